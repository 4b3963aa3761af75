import type { CalendarSettings } from './working-calendar'

/** What is in force until an operator changes it; the holidays themselves are in `holidays.ts`. */
export const UKRAINE: CalendarSettings = {
  /** Law 2136-IX came into force on this day. */
  martialLaw: [{ from: '2022-03-24' }],
  transfers: [
    { off: '2021-01-08', worked: '2021-01-16' },
    { off: '2021-08-23', worked: '2021-08-28' },
    { off: '2021-10-15', worked: '2021-10-23' },
    { off: '2022-03-07', worked: '2022-03-12' },
  ],
}
