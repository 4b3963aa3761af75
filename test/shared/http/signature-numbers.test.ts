import { describe, expect, it } from 'vitest'
import { LIMITS } from '../../../shared/http/limits'
import { indicesOf, numbersOf, signatureNumbers } from '../../../shared/http/signature-numbers'
import { rangesOf } from '../../../shared/petition/ledger'

const faults = (text: unknown) => signatureNumbers.safeParse(text).error?.issues.map(({ message }) => message)

describe('numbers of signatures', () => {
  it.each([
    ['17', [16]],
    ['17, 20-25', [16, 19, 20, 21, 22, 23, 24]],
    [' 3 ;1\n2 ', [0, 1, 2]],
    ['5–7,6', [4, 5, 6]],
    ['5 — 7', [4, 5, 6]],
    ['1, 1, 1-1', [0]],
  ])('%j', (text, indices) => {
    expect(faults(text)).toBeUndefined()
    expect(indicesOf(text)).toEqual(indices)
  })

  it.each([
    '',
    ' ',
    ',',
    '0',
    '-1',
    '1-',
    '7-5',
    'a',
    '1.5',
    '1e3',
    '０',
    '1-2-3',
    '9999999999',
    '\u202e17',
  ])('%j is none', (text) => {
    expect(faults(text)).toEqual(['wrong-numbers'])
  })

  it('are at most so many at once, however they are written', () => {
    const most = LIMITS.annulled
    expect(faults(`1-${most}`)).toBeUndefined()
    expect(indicesOf(`1-${most}`)).toHaveLength(most)
    for (const text of [`1-${most + 1}`, `1-${most}, 7`, '1-999999999']) {
      expect(faults(text)).toEqual(['too-many-signatures'])
    }
    expect(faults('1,'.repeat(100_000))).toEqual(['too-long'])
  })

  it('are written back as they would be typed', () => {
    const text = '1, 3–5, 9'
    expect(numbersOf(rangesOf(indicesOf(text)))).toBe(text)
  })
})
