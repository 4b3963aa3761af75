import { describe, expect, it } from 'vitest'
import { analyse } from '../../../shared/anomaly/analyse'
import { type AnomalyLevel, type AnomalyReport, anomalyReport } from '../../../shared/anomaly/report'
import { type Draft, honest, KNOWN, listed, type Stuffing, stuffed } from './crowds'
import { surnameOf } from './names'

const AT = '2026-05-01T00:00:00.000Z'

function reportOn(drafts: readonly Draft[]) {
  const { signed, stuffed: bad } = listed(drafts)
  const report = analyse({
    madeAt: AT,
    size: signed.length,
    signed,
    knownDomains: KNOWN,
  })
  return { report, signed, bad }
}

/** Indices in groups of these levels. */
function found(report: AnomalyReport, ...levels: AnomalyLevel[]): Set<number> {
  const groups = report.groups.filter(({ level }) => levels.includes(level))
  const ranges = groups.flatMap(({ targets }) => targets)
  return new Set(ranges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, n) => from + n)))
}

function measured(report: AnomalyReport, bad: ReadonlySet<number>) {
  const alarmed = found(report, 'alarm')
  const right = [...alarmed].filter((index) => bad.has(index)).length
  return { recall: right / bad.size, precision: right / alarmed.size }
}

const kinds = (report: AnomalyReport, level: AnomalyLevel) =>
  report.groups.filter((group) => group.level === level).map(({ kind }) => kind)

describe('an honest crowd', () => {
  it.each([
    1, 2,
  ])('of 10,000 raises no alarm, and asks only for a look at halls and throw-away mail', (seed) => {
    const { report } = reportOn(honest(10_000, seed))
    expect(report.networks.shared.signatures).toBeGreaterThan(3000)
    expect(kinds(report, 'alarm')).toEqual([])
    expect(new Set(kinds(report, 'look'))).toEqual(new Set(['address', 'domain', 'disposable-domain']))
    expect(found(report, 'look').size).toBeLessThan(160)
    expect(report.pace.bursts).toEqual([
      expect.objectContaining({ unit: 'hours', from: '2026-03-11T19:00:00.000Z' }),
    ])
  })

  it('of nobody, or of some without anything noted, is quiet', () => {
    expect(reportOn([]).report).toMatchObject({ level: 'quiet', signatures: 0, groups: [] })
    const bare = honest(300, 4).map(({ traits: _, ...one }) => one)
    const { report } = reportOn(bare)
    expect(report).toMatchObject({ groups: [], networks: { noted: 0, distinct: 0 } })
    expect(reportOn(bare).report).toEqual(report)
    expect(anomalyReport.parse(report)).toEqual(report)
  })
})

describe('stuffing as in Kyiv: 3,396 signatures from 160 addresses among 11,000', () => {
  const kyiv: Omit<Stuffing, 'way'> = { signatures: 3396, addresses: 160 }

  it.each(['bursts', 'drip'] as const)('by %s is found, and little else with it', (way) => {
    const { report, bad } = reportOn([...honest(7600, 3), ...stuffed({ ...kyiv, way })])
    const { recall, precision } = measured(report, bad)
    expect(recall).toBeGreaterThan(0.95)
    expect(precision).toBeGreaterThan(0.95)
    expect(report.groups[0]).toMatchObject({ kind: 'shared-networks', level: 'alarm' })
    expect(report.groups[0]!.parts).toBeGreaterThan(150)
    expect(anomalyReport.parse(report)).toEqual(report)
  })

  it('leaves out who was identified by an authority, and what is annulled', () => {
    const drafts = stuffed({ ...kyiv, way: 'bursts' })
    const persons = drafts.map((one): Draft => ({ ...one, level: 'id-gov-ua' }))
    expect(kinds(reportOn([...honest(7600, 3), ...persons]).report, 'alarm')).toEqual([])
    const annulled = drafts.map((one): Draft => ({ ...one, annulled: true }))
    const { report } = reportOn([...honest(7600, 3), ...annulled])
    expect(kinds(report, 'alarm')).toEqual([])
    expect([report.signatures, report.annulled]).toEqual([7695, 3396])
  })
})

describe('names', () => {
  const each = (signatures: number, name: Stuffing['name'], rest: Partial<Stuffing> = {}) =>
    stuffed({ signatures, addresses: signatures, way: 'drip', ...(name && { name }), ...rest })
  const sorted = Array.from({ length: 400 }, (_, n) => surnameOf(13 * n + 500)).sort(
    new Intl.Collator('uk').compare,
  )

  it('of a copied list show by their order, also where others signed in between', () => {
    const { report, bad } = reportOn([
      ...honest(800, 3),
      ...each(
        400,
        (dice, n) =>
          `${sorted[n]} ${dice.of(['Ольга', 'Ірина', 'Анна'])} ${dice.of(['Петрівна', 'Іванівна'])}`,
      ),
    ])
    const run = report.groups.find(({ kind }) => kind === 'list-run')
    expect(run).toMatchObject({ level: 'alarm', labels: { length: 5 } })
    const { recall, precision } = measured(report, bad)
    expect(recall).toBeGreaterThan(0.65)
    expect(precision).toBeGreaterThan(0.75)
  })

  it('that come again show, the first of each being left', () => {
    const same = each(30, () => 'Перебийніс Оксана Лук’янівна')
    const { report } = reportOn([...honest(1000, 3), ...same])
    const group = report.groups.find(({ kind }) => kind === 'same-name')!
    expect(group).toMatchObject({
      size: 30,
      parts: 1,
      level: 'alarm',
      labels: ['Перебийніс Оксана Лук’янівна'],
    })
    expect(found(report, 'alarm').size).toBe(29)
  })

  it('with slips, in letters that look alike, of one family and of no person show', () => {
    const slips = ['Перебийніс', 'Перебийнис', 'Перебийнс', 'Перебиїніс', 'Перебйиніс']
    const { report } = reportOn([
      ...honest(1000, 3),
      ...each(5, (_, n) => `${slips[n]} Оксана Лук’янівна`),
      ...each(2, (_, n) => `${['Рак', 'Pak'][n]} Тарас Остапович`),
      ...each(
        8,
        (_, n) =>
          `Недригайло ${['Ян', 'Лев', 'Гліб', 'Юрій', 'Клим', 'Карпо', 'Олег', 'Устим'][n]} Сидорович`,
      ),
      ...each(6, (_, n) => `${['Йцукен', 'Фівапр', 'Ячсмить', 'Абвгд', 'Ололо', 'Тест'][n]} Ґґґ`, {
        marks: ['unlikely-name'],
      }),
    ])
    const sizes = Object.fromEntries(report.groups.map(({ kind, size }) => [kind, size]))
    expect(sizes).toMatchObject({ 'near-name': 5, 'foreign-letters': 2, 'one-family': 8, 'unlikely-name': 6 })
  })
})

describe('mail', () => {
  it('that is thrown away, of domains made at random or of one domain by night shows', () => {
    const { report } = reportOn([
      ...honest(2000, 3),
      ...stuffed({
        signatures: 60,
        addresses: 60,
        way: 'drip',
        domain: (n) => `d-t${n % 9}`,
        marks: ['disposable-domain'],
      }),
      ...stuffed(
        { signatures: 60, addresses: 60, way: 'drip', domain: (n) => `d-r${n}`, marks: ['random-domain'] },
        8,
      ),
      ...stuffed({ signatures: 200, addresses: 200, way: 'drip', domain: () => 'd-catch-all' }, 9),
    ])
    expect(kinds(report, 'alarm')).toEqual(
      expect.arrayContaining(['disposable-domain', 'random-domain', 'domain']),
    )
    expect(report.domains.top[0]).toMatchObject({ name: 'gmail' })
  })
})

it('takes a few seconds for 100,000, raising no alarm', () => {
  const { signed } = listed(honest(100_000, 4))
  const before = process.cpuUsage()
  const report = analyse({ madeAt: AT, size: signed.length, signed, knownDomains: KNOWN })
  const { user, system } = process.cpuUsage(before)
  expect((user + system) / 1e6).toBeLessThan(12)
  expect(report.level).toBe('look')
  expect(JSON.stringify(report).length).toBeLessThan(200_000)
})
