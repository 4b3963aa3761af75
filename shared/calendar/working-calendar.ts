import { addDays, type Day, weekdayOf } from './day'
import { holidaysOf } from './holidays'

/** A closed or open run of days, both ends included; without `to` it lasts until somebody closes it. */
export interface Interval {
  readonly from: Day
  readonly to?: Day
}

/** A day off exchanged for a working day by the government. */
export interface Transfer {
  readonly off: Day
  readonly worked: Day
}

/**
 * What an operator may change while the product runs; `ukraine.ts` holds what it starts from. Everything
 * else about working days is dated data in `holidays.ts`. Never mutated: a change is a new object.
 */
export interface CalendarSettings {
  /** Law 2136-IX, Art. 6(6): within these days holidays and transfers do not apply. */
  readonly martialLaw: readonly Interval[]
  /** Where two name the same day, the later in the list decides. */
  readonly transfers: readonly Transfer[]
}

/** Whether Labour Code 73 names the day, be it observed or suspended by martial law. */
export function isHoliday(day: Day): boolean {
  return holidaysOf(yearOf(day)).has(day)
}

/**
 * Whether people work on `day`. Each day follows the law in force on that very day, so the beginning or
 * the end of martial law never changes a day before it.
 */
export function isWorkingDay(day: Day, settings: CalendarSettings): boolean {
  if (underMartialLaw(day, settings)) return !isWeekend(day)
  const transfer = settings.transfers.findLast(({ off, worked }) => off === day || worked === day)
  if (transfer) return transfer.worked === day
  return !isWeekend(day) && !holidaysAndSubstitutes(yearOf(day), settings).has(day)
}

/** `day` itself if it is a working day, else the next one (Civil Code 254(5)). */
export function onOrAfterWorkingDay(day: Day, settings: CalendarSettings): Day {
  let candidate = day
  while (!isWorkingDay(candidate, settings)) candidate = addDays(candidate, 1)
  return candidate
}

/** The last working day strictly before `day`. */
export function previousWorkingDay(day: Day, settings: CalendarSettings): Day {
  let candidate = addDays(day, -1)
  while (!isWorkingDay(candidate, settings)) candidate = addDays(candidate, -1)
  return candidate
}

/**
 * The `n`-th working day after `day`, which is not counted itself (Civil Code 253); `day` for 0.
 * @throws RangeError unless `n` is a whole number, 0 or more
 */
export function addWorkingDays(day: Day, n: number, settings: CalendarSettings): Day {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`Not a number of working days: ${n}`)
  let end = day
  for (let counted = 0; counted < n; counted++) end = onOrAfterWorkingDay(addDays(end, 1), settings)
  return end
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(from: Day, to: Day, settings: CalendarSettings): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, settings)) count++
  }
  return count
}

const known = new WeakMap<CalendarSettings, Map<number, ReadonlySet<Day>>>()

function holidaysAndSubstitutes(year: number, settings: CalendarSettings): ReadonlySet<Day> {
  const years = known.get(settings) ?? new Map<number, ReadonlySet<Day>>()
  known.set(settings, years)
  const before = years.get(year)
  if (before) return before
  const days = withSubstitutes(observedHolidays(year, settings))
  years.set(year, days)
  return days
}

function observedHolidays(year: number, settings: CalendarSettings): Day[] {
  return [...holidaysOf(year)].filter((day) => !underMartialLaw(day, settings))
}

/**
 * Labour Code 67(3): a weekend day that is a holiday gives a day off on the next day that is neither. A
 * suspended holiday gives none; one that would fall under martial law is lost, not moved further.
 */
function withSubstitutes(holidays: readonly Day[]): ReadonlySet<Day> {
  const off = new Set(holidays)
  for (const holiday of holidays.filter(isWeekend)) {
    let substitute = addDays(holiday, 1)
    while (isWeekend(substitute) || off.has(substitute)) substitute = addDays(substitute, 1)
    off.add(substitute)
  }
  return off
}

function underMartialLaw(day: Day, settings: CalendarSettings): boolean {
  return settings.martialLaw.some(({ from, to }) => from <= day && (to === undefined || day <= to))
}

function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 6
}

function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}
