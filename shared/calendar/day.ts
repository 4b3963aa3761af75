import { Temporal } from 'temporal-polyfill'

/** A calendar date as `YYYY-MM-DD`, always in the community's zone. */
export type Day = string

/** A moment as RFC 3339 in UTC with milliseconds, e.g. `2026-11-21T10:04:05.123Z`. */
export type Instant = string

/** The zone in which the statute's days begin and end. Stored by name, never as an offset. */
export const KYIV = 'Europe/Kyiv'

/** The Kyiv calendar date on which an instant falls. */
export function dayOf(instant: Instant): Day {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(KYIV).toPlainDate().toString()
}

/** `days` after `day`; negative counts back. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The same date `months` later; where the month is shorter, its last day (Civil Code 254(3)). */
export function addMonths(day: Day, months: number): Day {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days
}

/** ISO weekday, 1 Monday to 7 Sunday. */
export function weekdayOf(day: Day): number {
  return Temporal.PlainDate.from(day).dayOfWeek
}

/** Last millisecond of a Kyiv day: a term ends at 24:00 of its last day (Civil Code 255). */
export function endOfDay(day: Day): Instant {
  return instantOf(Temporal.PlainDate.from(addDays(day, 1)).toZonedDateTime(KYIV).epochMilliseconds - 1)
}

/** The instant of a wall-clock hour in Kyiv: a skipped hour moves forward, of a repeated one it is the first. */
export function atHour(day: Day, hour: number): Instant {
  const time = new Temporal.PlainTime(hour)
  return instantOf(
    Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: KYIV, plainTime: time }).epochMilliseconds,
  )
}

/** Epoch milliseconds as an instant. */
export function instantOf(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString()
}
