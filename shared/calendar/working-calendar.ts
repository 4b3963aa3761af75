import type { Day } from './day'

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
 * What an operator may change while the product runs. Everything else about working days is
 * dated data in `ukraine.ts`.
 */
export interface CalendarSettings {
  /** Law 2136-IX, Art. 6(6): within these days holidays and transfers do not apply. */
  readonly martialLaw: readonly Interval[]
  readonly transfers: readonly Transfer[]
}
