import { addDays, addMonths, type Day } from './day'
import { addWorkingDays, type CalendarSettings, onOrAfterWorkingDay } from './working-calendar'

/** A period of the statute. The day of the event that starts it is never counted (Civil Code 253). */
export interface Term {
  readonly unit: 'working-days' | 'calendar-days' | 'months'
  readonly count: number
}

/** Last days of a term; the term ends at 24:00 of the day (Civil Code 255). */
export interface TermEnd {
  /** As the calendar has it. */
  readonly strict: Day
  /** The same, moved to the next working day if it is not one (Civil Code 254(5)). */
  readonly shifted: Day
}

/**
 * Last days of a term that an event on `start` begins. A term in working days ends on a working day, so
 * both are equal. A month ends on the same date, or on its last day if it is shorter (Civil Code 254(3)).
 * @throws RangeError for a number of working days that is negative or not whole
 */
export function termEnd(start: Day, term: Term, settings: CalendarSettings): TermEnd {
  const strict = strictEnd(start, term, settings)
  return { strict, shifted: term.unit === 'working-days' ? strict : onOrAfterWorkingDay(strict, settings) }
}

function strictEnd(start: Day, { unit, count }: Term, settings: CalendarSettings): Day {
  if (unit === 'working-days') return addWorkingDays(start, count, settings)
  return unit === 'months' ? addMonths(start, count) : addDays(start, count)
}

/**
 * Last day on which signatures are collected (R4, R7). Never shifted: the statute says "not more than".
 * @param publicationDayCounts the council counts the day of publication as day 1
 * @throws RangeError for a term in working days: councils set collection in calendar days or months
 */
export function collectionEnd(publishedOn: Day, { unit, count }: Term, publicationDayCounts: boolean): Day {
  if (unit === 'working-days') throw new RangeError('Signatures are not collected by working days')
  if (unit === 'calendar-days') return addDays(publishedOn, publicationDayCounts ? count - 1 : count)
  const sameDate = addMonths(publishedOn, count)
  return publicationDayCounts ? eveOfSameDate(publishedOn, sameDate) : sameDate
}

/** The eve of the same date; a month too short to have that date is used up by its own last day. */
function eveOfSameDate(start: Day, end: Day): Day {
  const monthIsShorter = start.slice(8) !== end.slice(8)
  return monthIsShorter ? end : addDays(end, -1)
}
