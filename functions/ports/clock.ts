import type { Instant } from '../../shared/calendar/day'

/** The only way to learn the time; the local stack moves it forward by hand. */
export interface Clock {
  now(): Instant
}
