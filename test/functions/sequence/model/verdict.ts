import type { LogRow } from '../../../../shared/log/candidate'
import type { LogEntry } from '../../../../shared/log/entry'
import { countsByLevel, type LevelCounts } from '../../../../shared/log/levels'
import type { NamesItem } from '../../../../shared/log/names'
import { kindOfKey } from '../../../../shared/log/row-key'
import { levelOf, type World } from './world'

/** What is wrong once all has come to rest. */
export function verdict(world: World): string[] {
  const { log, published } = world
  const violations: string[] = []
  const expect = (what: string, actual: unknown, expected: unknown) => {
    const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)]
    if (a !== b) violations.push(`${what}: ${a} instead of ${b}`)
  }
  const rows = [...log.asked.values()]
  const placed = rows.filter((row) => row.index !== undefined).sort((a, b) => a.index! - b.index!)
  const flawed = rows.filter((row) => isFlawed(row, placed))
  const { entries } = published

  expect(
    'indices',
    placed.map((row) => row.index),
    [...placed.keys()],
  )
  expect('places', placed.length, rows.length - flawed.length)
  expect('quarantined', rows.filter((row) => row.quarantined).length, flawed.length)
  expect('size', [log.current.size, log.current.applied], [placed.length, placed.length])
  expect(
    'entries',
    entries.map(about),
    placed.map(({ key, target }) => [kindOfKey(key), target]),
  )
  expect(
    'count',
    [published.count.count, published.count.size],
    [published.standing(entries.length), entries.length],
  )
  expect('days', published.days.size, entries.length)
  expect('count in the state', log.current.count, published.count.count)
  expect('levels', countsByLevel(log.current.count, log.current.standing), expectedLevels(placed, entries))
  expect('levels shown', published.count.levels, log.current.standing && expectedLevels(placed, entries))
  expect('names', published.signers.map(shown), expectedNames(placed, entries))

  const makers = makersOf(world)
  const called = new Set(world.thresholdCalls.map((call) => call.index))
  expect(
    'threshold met by',
    [...called].sort((a, b) => a - b),
    makers,
  )
  for (const { index, count, at } of world.thresholdCalls) {
    const confirmedAt = placed[index]?.confirmedAt ?? at
    expect(`threshold at ${index}`, [count, at], [world.threshold, confirmedAt])
  }
  const annulled = entries.flatMap((entry, index) =>
    entry.kind === 'annulment' ? [[index, entry.index]] : [],
  )
  const told = new Map(
    world.annulmentCalls.flatMap((batch) => batch.annulled.map((one) => [one.index, one.target])),
  )
  expect(
    'annulments told',
    [...told].sort(([a], [b]) => a - b),
    annulled,
  )
  for (const { size, count } of world.annulmentCalls)
    expect(`told at ${size}`, count, published.standing(size))
  return violations
}

/** A signature without a name, or what is about no signature. Erased rows have lost their name rightly. */
function isFlawed({ key, person, index, target }: LogRow, placed: readonly LogRow[]): boolean {
  if (kindOfKey(key) === 'signature') return person === undefined && index === undefined
  const about = placed[target!]
  return about === undefined || kindOfKey(about.key) !== 'signature'
}

function about(entry: LogEntry) {
  return entry.kind === 'signature' ? [entry.kind, undefined] : [entry.kind, entry.index]
}

function shown(item: NamesItem): [number, string] {
  if ('erased' in item) return [item.index, 'erased']
  return [item.index, item.annulled ? `${item.name}, annulled` : item.name]
}

function expectedNames(placed: readonly LogRow[], entries: readonly LogEntry[]): [number, string][] {
  const targets = (kind: LogEntry['kind']) =>
    new Set(
      entries.flatMap((entry) => (entry.kind === kind && entry.kind !== 'signature' ? [entry.index] : [])),
    )
  const [annulled, erased] = [targets('annulment'), targets('erasure')]
  return placed.flatMap(({ key, person }, index): [number, string][] => {
    if (kindOfKey(key) !== 'signature') return []
    if (erased.has(index)) return [[index, 'erased']]
    const name = `${person?.surname} ${person?.givenName}`
    return [[index, annulled.has(index) ? `${name}, annulled` : name]]
  })
}

function expectedLevels(placed: readonly LogRow[], entries: readonly LogEntry[]): LevelCounts {
  const counts = { email: 0, openid: 0, 'id-gov-ua': 0 }
  for (const entry of entries.filter(({ kind }) => kind === 'annulment')) {
    if (entry.kind === 'annulment') counts[levelOf(placed[entry.index]!.key)]--
  }
  for (const { key } of placed.filter(({ key }) => kindOfKey(key) === 'signature')) counts[levelOf(key)]++
  return counts
}

/** Of each batch the first signature with which N stood. */
function makersOf({ sizes, threshold, published }: World): number[] {
  const { entries } = published
  return sizes.slice(1).flatMap((size, place) => {
    const from = sizes[place]!
    const made = entries
      .slice(from, size)
      .findIndex(({ kind }, n) => kind === 'signature' && published.standing(from + n + 1) === threshold)
    return made < 0 ? [] : [from + made]
  })
}
