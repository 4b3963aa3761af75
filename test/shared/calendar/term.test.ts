import { describe, expect, test } from 'vitest'
import { collectionEnd, type Term, termEnd } from '../../../shared/calendar/term'
import { UKRAINE } from '../../../shared/calendar/ukraine'
import { PEACE } from './settings'

const days = (count: number): Term => ({ unit: 'calendar-days', count })
const months = (count: number): Term => ({ unit: 'months', count })
const workingDays = (count: number): Term => ({ unit: 'working-days', count })

describe('the end of a term', () => {
  test('in working days has no strict end of its own', () => {
    expect(termEnd('2026-05-29', workingDays(2), UKRAINE)).toEqual({
      strict: '2026-06-02',
      shifted: '2026-06-02',
    })
    expect(termEnd('2026-05-29', workingDays(2), PEACE)).toEqual({
      strict: '2026-06-03',
      shifted: '2026-06-03',
    })
  })

  test('R9: the next calendar day, or the working day after it', () => {
    expect(termEnd('2026-11-19', days(1), UKRAINE)).toEqual({ strict: '2026-11-20', shifted: '2026-11-20' })
    expect(termEnd('2026-11-20', days(1), UKRAINE)).toEqual({ strict: '2026-11-21', shifted: '2026-11-23' })
  })

  test('on a holiday is shifted in peace only', () => {
    expect(termEnd('2026-08-21', days(3), UKRAINE)).toEqual({ strict: '2026-08-24', shifted: '2026-08-24' })
    expect(termEnd('2026-08-21', days(3), PEACE)).toEqual({ strict: '2026-08-24', shifted: '2026-08-25' })
  })

  test('on a transferred day off is shifted, on a worked Saturday it stays', () => {
    expect(termEnd('2021-08-13', days(10), UKRAINE)).toEqual({ strict: '2021-08-23', shifted: '2021-08-25' })
    expect(termEnd('2021-08-18', days(10), UKRAINE)).toEqual({ strict: '2021-08-28', shifted: '2021-08-28' })
  })

  test.each([
    ['2026-01-15', 1, '2026-02-15', '2026-02-16'],
    ['2026-01-31', 1, '2026-02-28', '2026-03-02'],
    ['2028-01-31', 1, '2028-02-29', '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28', '2029-02-28'],
    ['2026-08-31', 1, '2026-09-30', '2026-09-30'],
    ['2026-09-30', 1, '2026-10-30', '2026-10-30'],
    ['2026-11-30', 3, '2027-02-28', '2027-03-01'],
  ])('from %s in %i months: %s, shifted %s', (start, count, strict, shifted) => {
    expect(termEnd(start, months(count), UKRAINE)).toEqual({ strict, shifted })
  })

  test.each([
    [15, '2026-12-06', '2026-12-07'],
    [45, '2027-01-05', '2027-01-05'],
  ])('R8: %i calendar days of an ordinary appeal from 2026-11-21', (count, strict, shifted) => {
    expect(termEnd('2026-11-21', days(count), UKRAINE)).toEqual({ strict, shifted })
  })
})

describe('the end of collection', () => {
  test.each([
    [60, '2026-05-01', '2026-04-30'],
    [90, '2026-05-31', '2026-05-30'],
    [1, '2026-03-03', '2026-03-02'],
  ])('%i days from 2026-03-02: %s; %s if that day counts', (count, end, counted) => {
    expect(collectionEnd('2026-03-02', days(count), false)).toBe(end)
    expect(collectionEnd('2026-03-02', days(count), true)).toBe(counted)
  })

  test.each([
    ['2026-03-02', 3, '2026-06-02', '2026-06-01'],
    ['2026-03-01', 3, '2026-06-01', '2026-05-31'],
    ['2026-11-30', 3, '2027-02-28', '2027-02-28'],
    ['2027-11-29', 3, '2028-02-29', '2028-02-28'],
    ['2026-05-31', 1, '2026-06-30', '2026-06-30'],
    ['2026-12-31', 2, '2027-02-28', '2027-02-28'],
  ])('from %s in %i months: %s; %s if that day counts', (published, count, end, counted) => {
    expect(collectionEnd(published, months(count), false)).toBe(end)
    expect(collectionEnd(published, months(count), true)).toBe(counted)
  })

  test('is never set in working days', () => {
    expect(() => collectionEnd('2026-03-02', workingDays(60), false)).toThrow(RangeError)
  })
})
