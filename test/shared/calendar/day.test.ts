import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  atHour,
  dayOf,
  daysBetween,
  endOfDay,
  instantOf,
  weekdayOf,
} from '../../../shared/calendar/day'

describe('the end of a Kyiv day', () => {
  test.each([
    ['2026-01-15', '2026-01-15T21:59:59.999Z'],
    ['2026-07-15', '2026-07-15T20:59:59.999Z'],
    ['2026-03-28', '2026-03-28T21:59:59.999Z'],
    ['2026-03-29', '2026-03-29T20:59:59.999Z'],
    ['2026-10-24', '2026-10-24T20:59:59.999Z'],
    ['2026-10-25', '2026-10-25T21:59:59.999Z'],
    ['2026-12-31', '2026-12-31T21:59:59.999Z'],
    ['2028-02-29', '2028-02-29T21:59:59.999Z'],
  ])('%s ends at %s', (day, end) => {
    expect(endOfDay(day)).toBe(end)
    expect(dayOf(end)).toBe(day)
    expect(dayOf(instantOf(Date.parse(end) + 1))).toBe(addDays(day, 1))
  })

  test('the day of spring forward has 23 hours, of falling back 25', () => {
    const hours = (day: string) =>
      (Date.parse(endOfDay(day)) - Date.parse(endOfDay(addDays(day, -1)))) / 3_600_000
    expect(['2026-03-28', '2026-03-29', '2026-03-30'].map(hours)).toEqual([24, 23, 24])
    expect(['2026-10-24', '2026-10-25', '2026-10-26'].map(hours)).toEqual([24, 25, 24])
  })
})

test.each([
  ['2026-03-29T00:59:59.999Z', '2026-03-29'],
  ['2026-03-29T01:00:00.000Z', '2026-03-29'],
  ['2026-03-28T22:00:00.000Z', '2026-03-29'],
  ['2026-03-29T21:00:00.000Z', '2026-03-30'],
  ['2026-10-24T21:00:00.000Z', '2026-10-25'],
  ['2026-10-25T21:30:00.000Z', '2026-10-25'],
  ['2026-10-25T22:00:00.000Z', '2026-10-26'],
])('%s falls on %s in Kyiv', (instant, day) => {
  expect(dayOf(instant)).toBe(day)
})

test.each([
  ['2026-03-28', 9, '2026-03-28T07:00:00.000Z'],
  ['2026-03-29', 2, '2026-03-29T00:00:00.000Z'],
  ['2026-03-29', 3, '2026-03-29T01:00:00.000Z'],
  ['2026-03-29', 4, '2026-03-29T01:00:00.000Z'],
  ['2026-03-29', 9, '2026-03-29T06:00:00.000Z'],
  ['2026-10-25', 2, '2026-10-24T23:00:00.000Z'],
  ['2026-10-25', 3, '2026-10-25T00:00:00.000Z'],
  ['2026-10-25', 4, '2026-10-25T02:00:00.000Z'],
  ['2026-10-25', 9, '2026-10-25T07:00:00.000Z'],
  ['2026-10-25', 0, '2026-10-24T21:00:00.000Z'],
])('%s at %i o’clock in Kyiv is %s', (day, hour, instant) => {
  expect(atHour(day, hour)).toBe(instant)
})

test.each([
  ['2026-01-31', 1, '2026-02-28'],
  ['2028-01-31', 1, '2028-02-29'],
  ['2028-02-29', 12, '2029-02-28'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-02-28', 1, '2026-03-28'],
  ['2026-12-31', 2, '2027-02-28'],
])('%s in %i months is %s', (day, months, end) => {
  expect(addMonths(day, months)).toBe(end)
})

test('days are counted across leap days and daylight saving', () => {
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2027-02-28', 1)).toBe('2027-03-01')
  expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
  expect(daysBetween('2028-02-01', '2028-03-01')).toBe(29)
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-10-26', '2026-10-24')).toBe(-2)
})

test('weekdays run from 1 on Monday to 7 on Sunday', () => {
  expect(['2026-11-16', '2026-11-21', '2026-11-22'].map(weekdayOf)).toEqual([1, 6, 7])
})

test.each(['2026-02-30', '2026-13-01', 'tomorrow', ''])('%j is not a day', (day) => {
  expect(() => addDays(day, 1)).toThrow(RangeError)
})
