import { expect, test } from 'vitest'
import { annulmentKey } from '../../shared/log/row-key'
import { checkPlaces, decisiveRow, type Row, standing } from './rows'
import { Violations } from './violations'

const signature = (key: string, index?: number): Row => ({
  key,
  kind: 'signature',
  ...(index !== undefined && { index }),
})
const annulment = (target: number, index: number): Row => ({
  key: annulmentKey(target),
  kind: 'annulment',
  index,
  target,
})

function violationsOf(rows: readonly Row[]): readonly string[] {
  const violations = new Violations()
  checkPlaces('p', rows, violations)
  return violations.found
}

test('places that are dense and each given once are no violation', () => {
  expect(violationsOf([signature('a', 0), signature('b', 1), annulment(0, 2)])).toEqual([])
})

test.each([
  ['a gap', [signature('a', 0), signature('b', 2)], 'at place 1 of 2 stands b with index 2'],
  ['a place given twice', [signature('a', 0), signature('b', 0)], 'at place 1 of 2 stands b with index 0'],
  ['a row without a place', [signature('a', 0), signature('b')], 'stands b with index undefined'],
  [
    'a row set aside',
    [{ ...signature('a', 0), quarantined: 'no-name' }],
    'row a of p is quarantined: no-name',
  ],
])('%s is a violation', (_, rows, words) => {
  expect(violationsOf(rows)).toEqual([expect.stringContaining(words)])
})

test('annulments are taken off, and the threshold is met by the signature that makes N stand', () => {
  const rows = [signature('a', 0), annulment(0, 1), signature('b', 2), signature('c', 3), signature('d', 4)]
  expect(standing(rows)).toBe(3)
  expect(decisiveRow(rows, 2)?.key).toBe('c')
  expect(decisiveRow(rows, 4)).toBeUndefined()
})
