// Its functions rather than its classes: bundles keep only those that are used.
import * as Calendar from 'temporal-polyfill/fns/Calendar'
import * as Moment from 'temporal-polyfill/fns/Instant'
import * as PlainDate from 'temporal-polyfill/fns/PlainDate'
import * as PlainTime from 'temporal-polyfill/fns/PlainTime'
import * as ZonedDateTime from 'temporal-polyfill/fns/ZonedDateTime'

/** A calendar date as `YYYY-MM-DD`, always in the community's zone. */
export type Day = string

/** A moment as RFC 3339 in UTC with milliseconds, e.g. `2026-11-21T10:04:05.123Z`. */
export type Instant = string

/** The zone in which the statute's days begin and end. Stored by name, never as an offset. */
export const KYIV = 'Europe/Kyiv'

/** The Kyiv calendar date on which an instant falls. */
export function dayOf(instant: Instant): Day {
  return PlainDate.toString(
    ZonedDateTime.toPlainDate(Moment.toZonedDateTimeISO(Moment.fromString(instant), KYIV)),
  )
}

/** `days` after `day`; negative counts back. */
export function addDays(day: Day, days: number): Day {
  return PlainDate.toString(PlainDate.addDays(dateOf(day), days))
}

/** The same date `months` later; where the month is shorter, its last day (Civil Code 254(3)). */
export function addMonths(day: Day, months: number): Day {
  return PlainDate.toString(PlainDate.addMonths(dateOf(day), months))
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return PlainDate.diffDays(dateOf(from), dateOf(to))
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return PlainDate.dayOfWeek(dateOf(day))
}

/** Last millisecond of a Kyiv day: a term ends at 24:00 of its last day (Civil Code 255). */
export function endOfDay(day: Day): Instant {
  return instantOf(PlainDate.toZonedDateTime(dateOf(addDays(day, 1)), KYIV).epochMilliseconds - 1)
}

/** The instant of a wall-clock hour in Kyiv: a skipped hour moves forward, of a repeated one it is the first. */
export function atHour(day: Day, hour: number): Instant {
  const plainTime = PlainTime.create(hour)
  return instantOf(PlainDate.toZonedDateTime(dateOf(day), { timeZone: KYIV, plainTime }).epochMilliseconds)
}

/** Epoch milliseconds as an instant. */
export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString()
}

function dateOf(day: Day): PlainDate.Record {
  return PlainDate.fromString(day, Calendar.getISO)
}
