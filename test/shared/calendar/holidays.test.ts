import { describe, expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../../shared/calendar/day'
import { holidaysOf } from '../../../shared/calendar/holidays'
import { UKRAINE } from '../../../shared/calendar/ukraine'
import { type CalendarSettings, isHoliday, isWorkingDay } from '../../../shared/calendar/working-calendar'
import { PEACE } from './settings'

/** Public holidays as named by law, and the weekdays off they bring in peacetime. */
const YEARS: Record<number, { holidays: string; weekdaysOff: string; workedWeekends?: string }> = {
  2021: {
    holidays: '01-01 01-07 03-08 05-01 05-02 05-09 06-20 06-28 08-24 10-14 12-25',
    weekdaysOff: '01-01 01-07 01-08 03-08 05-03 05-04 05-10 06-21 06-28 08-23 08-24 10-14 10-15 12-27',
    workedWeekends: '01-16 08-28 10-23',
  },
  2022: {
    holidays: '01-01 01-07 03-08 04-24 05-01 05-09 06-12 06-28 07-28 08-24 10-14 12-25',
    weekdaysOff: '01-03 01-07 03-07 03-08 04-25 05-02 05-09 06-13 06-28 07-28 08-24 10-14 12-26',
    workedWeekends: '03-12',
  },
  2023: {
    holidays: '01-01 01-07 03-08 04-16 05-01 05-09 06-04 06-28 07-28 08-24 10-01 12-25',
    weekdaysOff: '01-02 01-09 03-08 04-17 05-01 05-09 06-05 06-28 07-28 08-24 10-02 12-25',
  },
  2024: {
    holidays: '01-01 03-08 05-01 05-05 05-08 06-23 06-28 07-15 08-24 10-01 12-25',
    weekdaysOff: '01-01 03-08 05-01 05-06 05-08 06-24 06-28 07-15 08-26 10-01 12-25',
  },
  2025: {
    holidays: '01-01 03-08 04-20 05-01 05-08 06-08 06-28 07-15 08-24 10-01 12-25',
    weekdaysOff: '01-01 03-10 04-21 05-01 05-08 06-09 06-30 07-15 08-25 10-01 12-25',
  },
  2026: {
    holidays: '01-01 03-08 04-12 05-01 05-08 05-31 06-28 07-15 08-24 10-01 12-25',
    weekdaysOff: '01-01 03-09 04-13 05-01 05-08 06-01 06-29 07-15 08-24 10-01 12-25',
  },
  2027: {
    holidays: '01-01 03-08 05-01 05-02 05-08 06-20 06-28 07-15 08-24 10-01 12-25',
    weekdaysOff: '01-01 03-08 05-03 05-04 05-10 06-21 06-28 07-15 08-24 10-01 12-27',
  },
  2028: {
    holidays: '01-01 03-08 04-16 05-01 05-08 06-04 06-28 07-15 08-24 10-01 12-25',
    weekdaysOff: '01-03 03-08 04-17 05-01 05-08 06-05 06-28 07-17 08-24 10-02 12-25',
  },
  2029: {
    holidays: '01-01 03-08 04-08 05-01 05-08 05-27 06-28 07-15 08-24 10-01 12-25',
    weekdaysOff: '01-01 03-08 04-09 05-01 05-08 05-28 06-28 07-16 08-24 10-01 12-25',
  },
  2030: {
    holidays: '01-01 03-08 04-28 05-01 05-08 06-16 06-28 07-15 08-24 10-01 12-25',
    weekdaysOff: '01-01 03-08 04-29 05-01 05-08 06-17 06-28 07-15 08-26 10-01 12-25',
  },
}

describe.each(Object.entries(YEARS))('%s', (year, { holidays, weekdaysOff, workedWeekends }) => {
  test('public holidays', () => {
    expect(daysOf(year).filter(isHoliday)).toEqual(dates(year, holidays))
  })

  test('weekdays off and weekends worked in peacetime', () => {
    expect(exceptions(year, PEACE)).toEqual({
      off: dates(year, weekdaysOff),
      worked: dates(year, workedWeekends),
    })
  })
})

test.each([
  ['2021', 250],
  ['2024', 262],
])('%s has %i working days', (year, total) => {
  expect(daysOf(year).filter((day) => isWorkingDay(day, UKRAINE))).toHaveLength(total)
})

test('2022 keeps its holidays until martial law', () => {
  expect(exceptions('2022', UKRAINE)).toEqual({
    off: dates('2022', '01-03 01-07 03-07 03-08'),
    worked: ['2022-03-12'],
  })
})

test.each(Object.keys(YEARS).slice(2))('under martial law only weekends are days off in %s', (year) => {
  expect(exceptions(year, UKRAINE)).toEqual({ off: [], worked: [] })
})

test('2 May was a holiday until 2017, 25 December is one from 2017', () => {
  expect([2016, 2017, 2018].map((year) => isHoliday(`${year}-05-02`))).toEqual([true, true, false])
  expect([2016, 2017, 2018].map((year) => isHoliday(`${year}-12-25`))).toEqual([false, true, true])
})

test('May Day and Easter on one Sunday give one day off more', () => {
  expect(holidaysOf(2016)).toContain('2016-05-01')
  expect(exceptions('2016', PEACE).off).toEqual(expect.arrayContaining(['2016-05-02', '2016-05-03']))
  expect(isWorkingDay('2016-05-04', PEACE)).toBe(true)
})

/** Where the year differs from a plain Monday-to-Friday one. */
function exceptions(year: string, settings: CalendarSettings) {
  const days = daysOf(year)
  return {
    off: days.filter((day) => weekdayOf(day) < 6 && !isWorkingDay(day, settings)),
    worked: days.filter((day) => weekdayOf(day) >= 6 && isWorkingDay(day, settings)),
  }
}

function daysOf(year: string): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) days.push(day)
  return days
}

function dates(year: string, list = ''): string[] {
  return list.split(' ').flatMap((date) => (date ? [`${year}-${date}`] : []))
}
