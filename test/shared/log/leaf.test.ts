import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { examine, type LogRow } from '../../../shared/log/candidate'
import { type Candidate, entryOf, leavesAfter, type SignatureLeaf } from '../../../shared/log/leaf'
import { changeNames, nameEntryOf, namesFileOf, parseNames, parseNamesFile } from '../../../shared/log/names'
import { annulmentKey, erasureKey } from '../../../shared/log/row-key'
import {
  annulledIn,
  formatStaged,
  leafThatMakes,
  parseStaged,
  type StagedBatch,
  stagedLeaf,
  tally,
} from '../../../shared/log/staging'
import { EMPTY_LOG, extentOf } from '../../../shared/log/state'

const term = { publishedAt: '2026-03-01T22:00:00.000Z', closesAt: '2026-05-01T20:59:59.999Z' }
const [nameSalt, personSalt] = [new Uint8Array(32).fill(1), new Uint8Array(32).fill(2)]
const person = { surname: 'Бондар', givenName: 'Марія', patronymic: 'Іванівна' }
const LATE = '2026-03-02T22:00:00.000Z'
const sha256 = (data: Uint8Array) => new Uint8Array(createHash('sha256').update(data).digest())

const key = (letter: string) => letter.repeat(43)
const row = (letter: string, confirmedAt = LATE): LogRow => ({
  key: key(letter),
  person,
  confirmedAt,
  nameSalt,
  personSalt,
})
const annulment = (target: number): LogRow => ({
  key: annulmentKey(target),
  target,
  ground: 'own-request',
  at: LATE,
})
const erasure = (target: number): LogRow => ({ key: erasureKey(target), target, at: LATE })
const candidate = (asked: LogRow): Candidate => {
  const found = examine(asked, term)
  if (typeof found === 'string') throw new Error(found)
  return found
}

describe('places in the log', () => {
  test('follow the moment, then the key', () => {
    const rows = [row('b'), row('c', '2026-03-02T21:59:59.999Z'), row('a'), annulment(3)]
    const leaves = leavesAfter(7, rows.map(candidate))
    expect(leaves.map(({ index, key }) => [index, key[0]])).toEqual([
      [7, 'c'],
      [8, 'A'],
      [9, 'a'],
      [10, 'b'],
    ])
  })

  test('carry the Kyiv day of signing', () => {
    const leaves = leavesAfter(0, [row('a', '2026-03-02T21:59:59.999Z'), row('b')].map(candidate))
    expect(leaves.map((leaf) => leaf.kind === 'signature' && leaf.date)).toEqual(['2026-03-02', '2026-03-03'])
  })
})

describe('a staged batch', () => {
  test('holds neither names nor salts, and is read as it was written', () => {
    const batch = staged(4, 0, [row('a'), annulment(2), erasure(3)])
    const text = formatStaged(batch)
    expect(text).not.toMatch(/Бондар|salt/i)
    expect(text).not.toContain(Buffer.from(nameSalt).toString('base64'))
    expect(parseStaged(text)).toEqual(batch)
    expect(batch.after).toMatchObject({ size: 7, signatures: 5, annulments: 1 })
    expect(annulledIn(batch)).toEqual([{ index: 4, target: 2, ground: 'own-request' }])
  })

  test('knows the signature that makes N (R7)', () => {
    const batch = staged(4, 0, [row('a'), row('b')])
    expect([4, 5, 6, 7].map((threshold) => leafThatMakes(threshold, batch)?.index)).toEqual([
      undefined,
      4,
      5,
      undefined,
    ])
  })

  test('counts what stands: N may be met again after annulments, and not by one', () => {
    const early = '2026-03-02T21:00:00.000Z'
    const batch = staged(8, 2, [{ ...annulment(1), at: early }, row('a'), erasure(2), row('b')])
    // 4 stand before it; the annulment leaves 3; the signatures make 4 and 5 again.
    expect([3, 4, 5, 6].map((threshold) => leafThatMakes(threshold, batch)?.key[0])).toEqual([
      undefined,
      'a',
      'b',
      undefined,
    ])
  })
})

describe('files of names', () => {
  const leaves = leavesAfter(
    254,
    ['a', 'b', 'c', 'd'].map((letter) => candidate(row(letter))),
  )
  const entries = (leaves as SignatureLeaf[]).map(nameEntryOf)
  const [first, second, third] = entries
  const added = { added: entries.slice(0, 3), annulled: [], erased: [] }

  test('hold 256 each', () => {
    expect(entries.map((entry) => namesFileOf(entry.index))).toEqual([0, 0, 1, 1])
  })

  test('grow by what is new, whatever order it comes in, and never change what is there', () => {
    const grown = changeNames([first!, third!], { ...added, added: [{ ...first!, name: 'Інша' }, second!] })
    expect(grown).toEqual([first, second, third])
    expect(changeNames(grown!, { ...added, added: [second!] })).toBeUndefined()
    expect(parseNames(JSON.stringify(grown))).toEqual(grown)
  })

  test('mark the annulled and drop the erased, for good', () => {
    const marked = changeNames(entries.slice(0, 3), { added: [], annulled: [254], erased: [255] })!
    const expected = [{ ...first, annulled: true }, { index: 255, erased: true }, third]
    expect(marked).toEqual(expected)
    expect(changeNames(marked, added)).toBeUndefined()
    expect(changeNames(marked, { added: [], annulled: [254, 255], erased: [255] })).toBeUndefined()
    expect(parseNames(JSON.stringify(marked)).map((entry) => entry.index)).toEqual([254, 256])
    expect(parseNamesFile(JSON.stringify(marked))).toEqual(expected)
  })

  test('of which nothing but the known attributes is read', () => {
    expect(() => parseNamesFile('[{"index":1}]')).toThrow()
    expect(() => parseNamesFile('[{"index":1,"erased":false}]')).toThrow()
  })
})

describe('a row', () => {
  test('that is whole, and in time to the last millisecond, is a candidate', () => {
    expect(examine(row('k', term.closesAt), term)).toMatchObject({
      kind: 'signature',
      name: 'Бондар Марія Іванівна',
    })
    expect(examine(annulment(5), term)).toMatchObject({ kind: 'annulment', target: 5, ground: 'own-request' })
    expect(examine(erasure(5), term)).toMatchObject({ kind: 'erasure', target: 5, at: LATE })
  })

  test.each([
    ['no-key', { key: 'k' }],
    ['no-name', { person: { surname: '', givenName: 'Марія' } }],
    ['no-time', { confirmedAt: '2026-03-02' }],
    ['no-name', { person: { surname: 'Щ'.repeat(40_000), givenName: 'Марія' } }],
    ['no-time', { confirmedAt: '2026-13-02T00:00:00.000Z' }],
    ['no-time', { confirmedAt: '2026-02-30T00:00:00.000Z' }],
    ['no-salt', { nameSalt: new Uint8Array(31) }],
    ['no-salt', { personSalt: new Uint8Array(0) }],
    ['after-close', { confirmedAt: '2026-05-01T21:00:00.000Z' }],
  ] as const)('of a signature is set aside: %s', (flaw, damage) => {
    expect(examine({ ...row('k'), ...damage }, term)).toBe(flaw)
  })

  test.each([
    ['no-target', { target: 6 }],
    ['no-target', { target: Number.NaN }],
    ['no-target', annulment(1.5)],
    ['no-target', annulment(-1)],
    ['no-time', { at: 'soon' }],
    ['no-ground', { ground: 'whim' }],
    ['no-ground', { ground: 'toString' }],
  ] as const)('of an annulment is set aside: %s', (flaw, damage) => {
    expect(examine({ ...annulment(5), ...damage }, term)).toBe(flaw)
  })

  test('of a petition that never collected is set aside', () => {
    expect(examine(row('k'), {})).toBe('not-collecting')
    expect(examine(annulment(0), {})).toBe('not-collecting')
  })
})

/** A batch after `size` leaves, `annulments` of them annulments and the others signatures. */
function staged(size: number, annulments: number, rows: readonly LogRow[]): StagedBatch {
  const before = { ...extentOf(EMPTY_LOG), size, signatures: size - annulments, annulments }
  const leaves = leavesAfter(size, rows.map(candidate)).map((leaf) =>
    stagedLeaf(leaf, entryOf(sha256, new Uint8Array(32), leaf)),
  )
  return { petitionId: 'p', before, after: { ...tally(before, leaves), root: 'r' }, leaves }
}
