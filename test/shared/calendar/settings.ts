import { UKRAINE } from '../../../shared/calendar/ukraine'
import type { CalendarSettings } from '../../../shared/calendar/working-calendar'

/** As if there had never been martial law. */
export const PEACE: CalendarSettings = { ...UKRAINE, martialLaw: [] }

/** Martial law between two days, both included. */
export function martialLaw(from: string, to?: string): CalendarSettings {
  return { ...UKRAINE, martialLaw: [to === undefined ? { from } : { from, to }] }
}
