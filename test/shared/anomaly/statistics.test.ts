import { expect, it } from 'vitest'
import { isNear } from '../../../shared/anomaly/near-names'
import { crowding, longestRising, median, shareSurprise, surprise } from '../../../shared/anomaly/statistics'

it('knows improbable numbers from likely ones', () => {
  expect(surprise(12, 10)).toBeLessThan(1)
  expect(surprise(60, 10)).toBeGreaterThan(50)
  expect(surprise(3, 10)).toBe(0)
  expect(shareSurprise(30, 100, 0.28)).toBeLessThan(1)
  expect(shareSurprise(20, 20, 0.28)).toBeCloseTo(20 * Math.log(1 / 0.28))
  expect(median([5, 1, 9])).toBe(5)
  expect(median([])).toBe(0)
})

it('measures how unevenly places lie', () => {
  expect(crowding([12, 37, 62, 87], 100)).toBeLessThan(0.15)
  expect(crowding([90, 91, 92, 93], 100)).toBeGreaterThan(0.85)
})

it('finds the longest rising sequence, equals counting once', () => {
  const numbers = [5, 1, 4, 2, 2, 3, 9, 0]
  expect(longestRising(numbers).map((place) => numbers[place])).toEqual([1, 2, 3, 9])
  expect(longestRising([])).toEqual([])
})

it.each([
  ['коваль', 'ковал', true],
  ['коваль', 'ковань', true],
  ['коваль', 'кволаь', false],
  ['бондар', 'бнодар', true],
  ['бондар', 'бондар', false],
  ['бондар', 'бондаренко', false],
])('%s and %s: near %s', (a, b, near) => {
  expect([isNear(a, b), isNear(b, a)]).toEqual([near, near])
})
