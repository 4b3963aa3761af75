import { expect, it } from 'vitest'
import { sha256 } from '../../functions/adapters/sha256'
import { dayOf } from '../../shared/calendar/day'
import { NAMES_PER_FILE } from '../../shared/log/names'
import { utf8 } from '../../shared/tlog/bytes'
import { TILE_WIDTH } from '../../shared/tlog/tile'
import { Duplicates } from '../../verifier/duplicates'
import { kyivDayOf } from '../../verifier/kyiv-day'
import { Signers } from '../../verifier/signers'

it('finds what begins alike among many, by the order of adding', () => {
  const duplicates = new Duplicates()
  for (let n = 0; n < 5000; n++) duplicates.add(sha256(utf8(String(n % 4998))))
  expect(duplicates.suspicions()).toEqual([
    [0, 4998],
    [1, 4999],
  ])
})

it('finds nothing among different values, or none', () => {
  const duplicates = new Duplicates()
  expect(duplicates.suspicions()).toEqual([])
  for (let n = 0; n < 3000; n++) duplicates.add(sha256(utf8(String(n))))
  expect(duplicates.suspicions()).toEqual([])
})

it('knows which entries the signatures are', () => {
  const signers = new Signers()
  signers.addSignature()
  signers.addOther()
  signers.addSignature()
  signers.addUnknown()
  signers.addSignature()
  expect(signers.indicesOf([0, 2])).toEqual([0, 4])
  expect(signers.indicesOf([1])).toEqual([2])
})

it('a names file covers the entries of one bundle', () => {
  expect(NAMES_PER_FILE).toBe(TILE_WIDTH)
})

it.each([
  '2026-01-15T21:59Z',
  '2026-01-15T22:00Z',
  '2026-07-15T20:59Z',
  '2026-07-15T21:00Z',
  '2026-03-29T00:59Z',
  '2026-10-25T01:00Z',
])('Kyiv’s day of %s is that of the calendar', (time) => {
  expect(kyivDayOf(time)).toBe(dayOf(time.replace('Z', ':00.000Z')))
})
