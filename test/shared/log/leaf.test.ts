import { describe, expect, test } from 'vitest'
import { examine, type SignatureRow } from '../../../shared/log/candidate'
import { leavesAfter } from '../../../shared/log/leaf'
import { mergeNames, nameEntryOf, namesFileOf, parseNames } from '../../../shared/log/names'
import { leafThatMakes, parseStaged, stage } from '../../../shared/log/staging'

const nameSalt = new Uint8Array(32).fill(1)
const candidate = (key: string, confirmedAt: string) => ({ key, name: 'Бондар Марія', confirmedAt, nameSalt })
const LATE = '2026-03-02T22:00:00.000Z'

describe('places in the log', () => {
  test('follow the moment of confirmation, then the key', () => {
    const leaves = leavesAfter(7, [
      candidate('b', LATE),
      candidate('c', '2026-03-02T21:59:59.999Z'),
      candidate('a', LATE),
    ])
    expect(leaves.map(({ index, key }) => [index, key])).toEqual([
      [7, 'c'],
      [8, 'a'],
      [9, 'b'],
    ])
  })

  test('carry the Kyiv day of signing', () => {
    const days = leavesAfter(0, [candidate('a', '2026-03-02T21:59:59.999Z'), candidate('b', LATE)])
    expect(days.map((leaf) => leaf.date)).toEqual(['2026-03-02', '2026-03-03'])
  })
})

describe('a staged batch', () => {
  const leaves = leavesAfter(4, [candidate('a', LATE), candidate('b', LATE)])

  test('holds neither names nor salts', () => {
    const text = JSON.stringify(stage('p', leaves))
    expect(text).not.toMatch(/Бондар|salt/i)
    expect(parseStaged(text).leaves.map((leaf) => leaf.index)).toEqual([4, 5])
  })

  test('knows the signature that makes N (R7)', () => {
    const batch = stage('p', leaves)
    expect(leafThatMakes(4, batch)).toBeUndefined()
    expect(leafThatMakes(5, batch)?.key).toBe('a')
    expect(leafThatMakes(6, batch)?.key).toBe('b')
    expect(leafThatMakes(7, batch)).toBeUndefined()
  })
})

describe('files of names', () => {
  const entries = leavesAfter(
    254,
    ['a', 'b', 'c', 'd'].map((key) => candidate(key, LATE)),
  ).map(nameEntryOf)

  test('hold 256 each', () => {
    expect(entries.map((entry) => namesFileOf(entry.index))).toEqual([0, 0, 1, 1])
  })

  test('grow by what is new, whatever order it comes in, and never change what is there', () => {
    const [first, second, third] = entries
    const grown = mergeNames([first!, third!], [{ ...first!, name: 'Інша' }, second!])
    expect(grown).toEqual([first, second, third])
    expect(mergeNames(grown!, [second!])).toBeUndefined()
    expect(parseNames(JSON.stringify(grown))).toEqual(grown)
  })
})

describe('a row', () => {
  const term = { publishedAt: '2026-03-01T22:00:00.000Z', closesAt: '2026-05-01T20:59:59.999Z' }
  const row: SignatureRow = {
    key: 'k',
    person: { surname: 'Бондар', givenName: 'Марія', patronymic: 'Іванівна' },
    confirmedAt: term.closesAt,
    nameSalt,
  }

  test('that is whole, and in time to the last millisecond, is a candidate', () => {
    expect(examine(row, term)).toMatchObject({ key: 'k', name: 'Бондар Марія Іванівна' })
  })

  test.each([
    ['no-name', { person: { surname: '', givenName: 'Марія' } }],
    ['no-time', { confirmedAt: '2026-03-02' }],
    ['no-time', { confirmedAt: '2026-13-02T00:00:00.000Z' }],
    ['no-salt', { nameSalt: new Uint8Array(31) }],
    ['after-close', { confirmedAt: '2026-05-01T21:00:00.000Z' }],
  ] as const)('is set aside: %s', (flaw, damage) => {
    expect(examine({ ...row, ...damage }, term)).toBe(flaw)
  })

  test('of a petition that never collected is set aside', () => {
    expect(examine(row, {})).toBe('not-collecting')
  })
})
