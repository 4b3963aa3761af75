import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type Day, weekdayOf } from '../../../shared/calendar/day'
import { termEnd } from '../../../shared/calendar/term'
import {
  addWorkingDays,
  type CalendarSettings,
  isWorkingDay,
  onOrAfterWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from '../../../shared/calendar/working-calendar'
import { PEACE } from './settings'

const day: fc.Arbitrary<Day> = fc.nat(3651).map((offset) => addDays('2021-01-01', offset))
const count = fc.nat(40)

const interval = fc.record({ from: day, length: fc.option(fc.nat(400), { nil: undefined }) })
const settings: fc.Arbitrary<CalendarSettings> = fc.record({
  martialLaw: fc
    .array(interval, { maxLength: 3 })
    .map((all) =>
      all.map(({ from, length }) => (length === undefined ? { from } : { from, to: addDays(from, length) })),
    ),
  transfers: fc
    .array(fc.record({ off: day, worked: day }), { maxLength: 4 })
    .map((more) => [...PEACE.transfers, ...more]),
})

test('a number of working days ends on a working day after the start', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), settings, (start, n, calendar) => {
      const end = addWorkingDays(start, n, calendar)
      expect(end > start).toBe(true)
      expect(isWorkingDay(end, calendar)).toBe(true)
    }),
  )
})

test('counting the working days of a term gives the term back', () => {
  fc.assert(
    fc.property(day, count, settings, (start, n, calendar) => {
      expect(workingDaysBetween(start, addWorkingDays(start, n, calendar), calendar)).toBe(n)
    }),
  )
})

test('a term of the counted working days ends on the last of them', () => {
  fc.assert(
    fc.property(day, fc.nat(60), settings, (start, length, calendar) => {
      const to = addDays(start, length)
      const n = workingDaysBetween(start, to, calendar)
      const end = addWorkingDays(start, n, calendar)
      expect(end <= to).toBe(true)
      if (n > 0) expect(end).toBe(previousWorkingDay(addDays(to, 1), calendar))
    }),
  )
})

test('a later start or a longer term never ends earlier', () => {
  fc.assert(
    fc.property(day, fc.nat(30), count, settings, (start, later, n, calendar) => {
      const end = addWorkingDays(start, n, calendar)
      expect(addWorkingDays(addDays(start, later), n, calendar) >= end).toBe(true)
      expect(addWorkingDays(start, n + 1, calendar) > end).toBe(true)
    }),
  )
})

test('two terms in a row are one term of their sum', () => {
  fc.assert(
    fc.property(day, count, count, settings, (start, a, b, calendar) => {
      const inTwo = addWorkingDays(addWorkingDays(start, a, calendar), b, calendar)
      expect(addWorkingDays(start, a + b, calendar)).toBe(inTwo)
    }),
  )
})

test('nothing is worked between a day and its neighbouring working days', () => {
  fc.assert(
    fc.property(day, settings, (start, calendar) => {
      const next = onOrAfterWorkingDay(start, calendar)
      const previous = previousWorkingDay(start, calendar)
      expect(isWorkingDay(next, calendar) && isWorkingDay(previous, calendar)).toBe(true)
      expect(previous < start && start <= next).toBe(true)
      expect(workingDaysBetween(previous, addDays(start, -1), calendar)).toBe(0)
      expect(workingDaysBetween(previous, next, calendar)).toBe(1)
    }),
  )
})

test('within martial law only Saturdays and Sundays are days off', () => {
  fc.assert(
    fc.property(day, settings, (any, calendar) => {
      const martialLaw = [...calendar.martialLaw, { from: any, to: any }]
      expect(isWorkingDay(any, { ...calendar, martialLaw })).toBe(weekdayOf(any) < 6)
    }),
  )
})

test('beginning or ending martial law changes no earlier day', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 20 }), settings, (from, ago, calendar) => {
      const earlier = addDays(from, -ago)
      const begun = { ...calendar, martialLaw: [...calendar.martialLaw, { from }] }
      expect(isWorkingDay(earlier, begun)).toBe(isWorkingDay(earlier, calendar))
      const open = { ...calendar, martialLaw: [{ from: '2020-01-01' }] }
      const ended = { ...calendar, martialLaw: [{ from: '2020-01-01', to: earlier }] }
      expect(isWorkingDay(earlier, ended)).toBe(isWorkingDay(earlier, open))
    }),
  )
})

test('a shifted end is the first working day from the strict one', () => {
  const unit = fc.constantFrom('working-days' as const, 'calendar-days' as const, 'months' as const)
  fc.assert(
    fc.property(day, unit, fc.integer({ min: 1, max: 24 }), settings, (start, of, n, calendar) => {
      const { strict, shifted } = termEnd(start, { unit: of, count: n }, calendar)
      expect(shifted).toBe(onOrAfterWorkingDay(strict, calendar))
    }),
  )
})
