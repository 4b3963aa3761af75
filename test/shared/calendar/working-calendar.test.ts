import { describe, expect, test } from 'vitest'
import { UKRAINE } from '../../../shared/calendar/ukraine'
import {
  addWorkingDays,
  isHoliday,
  isWorkingDay,
  onOrAfterWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from '../../../shared/calendar/working-calendar'
import { martialLaw, PEACE } from './settings'

test.each([
  [2, '2026-05-29', '2026-06-02', '2026-06-03'],
  [3, '2026-05-29', '2026-06-03', '2026-06-04'],
  [10, '2026-06-24', '2026-07-08', '2026-07-09'],
  [3, '2026-08-21', '2026-08-26', '2026-08-27'],
])('%i working days from %s: %s under martial law, %s in peace', (n, from, martial, peace) => {
  expect(addWorkingDays(from, n, UKRAINE)).toBe(martial)
  expect(addWorkingDays(from, n, PEACE)).toBe(peace)
  expect(workingDaysBetween(from, martial, UKRAINE)).toBe(n)
  expect(workingDaysBetween(from, peace, PEACE)).toBe(n)
})

test('a holiday keeps its name while martial law suspends the day off', () => {
  expect(isHoliday('2026-08-24')).toBe(true)
  expect(isWorkingDay('2026-08-24', UKRAINE)).toBe(true)
  expect(isWorkingDay('2026-08-24', PEACE)).toBe(false)
})

test('transfers: the day off is spent, the Saturday is worked', () => {
  expect(onOrAfterWorkingDay('2021-10-14', UKRAINE)).toBe('2021-10-18')
  expect(addWorkingDays('2021-10-22', 1, UKRAINE)).toBe('2021-10-23')
  expect(workingDaysBetween('2021-10-13', '2021-10-24', UKRAINE)).toBe(6)
})

test('a later transfer of the same day decides', () => {
  const moved = [...PEACE.transfers, { off: '2021-10-16', worked: '2021-10-15' }]
  expect(isWorkingDay('2021-10-15', { ...PEACE, transfers: moved })).toBe(true)
})

test('transfers inside martial law do not apply', () => {
  const settings = { ...martialLaw('2021-10-01', '2021-10-31') }
  expect(isWorkingDay('2021-10-15', settings)).toBe(true)
  expect(isWorkingDay('2021-10-23', settings)).toBe(false)
})

describe('the border of martial law', () => {
  test('both ends are inside it', () => {
    const settings = martialLaw('2026-05-01', '2026-05-08')
    expect(isWorkingDay('2026-05-01', settings)).toBe(true)
    expect(isWorkingDay('2026-05-08', settings)).toBe(true)
    expect(isWorkingDay('2026-05-01', martialLaw('2026-05-02'))).toBe(false)
    expect(isWorkingDay('2026-05-08', martialLaw('2026-05-01', '2026-05-07'))).toBe(false)
  })

  test('a suspended Sunday holiday gives no Monday off after the end', () => {
    expect(isWorkingDay('2026-06-29', martialLaw('2022-03-24', '2026-06-28'))).toBe(true)
    expect(isWorkingDay('2026-06-29', martialLaw('2022-03-24', '2026-06-27'))).toBe(false)
  })

  test('a Monday that would stand in for a Sunday holiday is worked once martial law begins', () => {
    const settings = martialLaw('2026-06-29', '2026-06-29')
    expect(isWorkingDay('2026-06-29', settings)).toBe(true)
    expect(isWorkingDay('2026-06-30', settings)).toBe(true)
  })

  test('of May Day on Saturday and Easter on Sunday only the one in peace moves', () => {
    const settings = martialLaw('2022-03-24', '2027-05-01')
    expect(isWorkingDay('2027-05-03', settings)).toBe(false)
    expect(isWorkingDay('2027-05-04', settings)).toBe(true)
  })

  test('peace between two intervals has its holidays', () => {
    const settings = {
      ...PEACE,
      martialLaw: [{ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-09-01' }],
    }
    expect(
      ['2026-06-29', '2026-07-15', '2026-08-24', '2026-10-01'].map((day) => isWorkingDay(day, settings)),
    ).toEqual([true, false, false, true])
  })

  test('closing the interval changes no day before its end', () => {
    const closed = martialLaw('2022-03-24', '2026-08-24')
    expect(addWorkingDays('2026-08-21', 1, closed)).toBe('2026-08-24')
    expect(addWorkingDays('2026-09-30', 1, closed)).toBe('2026-10-02')
  })
})

test('the previous working day is strictly before', () => {
  expect(previousWorkingDay('2026-06-03', UKRAINE)).toBe('2026-06-02')
  expect(previousWorkingDay('2026-06-01', UKRAINE)).toBe('2026-05-29')
  expect(previousWorkingDay('2026-06-02', PEACE)).toBe('2026-05-29')
})

test('no working days are between a day and itself or an earlier one', () => {
  expect(workingDaysBetween('2026-06-03', '2026-06-03', UKRAINE)).toBe(0)
  expect(workingDaysBetween('2026-06-03', '2026-05-01', UKRAINE)).toBe(0)
})

test('zero working days end where they start', () => {
  expect(addWorkingDays('2026-05-30', 0, UKRAINE)).toBe('2026-05-30')
})

test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%d is not a number of working days', (n) => {
  expect(() => addWorkingDays('2026-05-29', n, UKRAINE)).toThrow(RangeError)
})
