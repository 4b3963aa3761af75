import { expect, test } from 'vitest'
import { weekdayOf } from '../../../shared/calendar/day'
import { orthodoxEaster, trinity } from '../../../shared/calendar/easter'

test.each([
  [2021, '2021-05-02', '2021-06-20'],
  [2022, '2022-04-24', '2022-06-12'],
  [2023, '2023-04-16', '2023-06-04'],
  [2024, '2024-05-05', '2024-06-23'],
  [2025, '2025-04-20', '2025-06-08'],
  [2026, '2026-04-12', '2026-05-31'],
  [2027, '2027-05-02', '2027-06-20'],
  [2028, '2028-04-16', '2028-06-04'],
  [2029, '2029-04-08', '2029-05-27'],
  [2030, '2030-04-28', '2030-06-16'],
])('Easter and Trinity of %i', (year, easter, pentecost) => {
  expect(orthodoxEaster(year)).toBe(easter)
  expect(trinity(year)).toBe(pentecost)
})

test('Easter is a Sunday from 4 April to 8 May in every year it is computed for', () => {
  for (let year = 1900; year <= 2099; year++) {
    const easter = orthodoxEaster(year)
    expect(weekdayOf(easter)).toBe(7)
    expect(easter >= `${year}-04-04` && easter <= `${year}-05-08`).toBe(true)
  }
})

test.each([1899, 2100, 2026.5, Number.NaN])('no Easter is guessed for %d', (year) => {
  expect(() => orthodoxEaster(year)).toThrow(RangeError)
})
