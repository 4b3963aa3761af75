import { addDays, dayOf, type Instant, weekdayOf } from '../calendar/day'
import { type CalendarSettings, workingDaysBetween } from '../calendar/working-calendar'

/** Groups of the queue, the most urgent first. */
export const URGENCIES = ['overdue', 'today', 'this-week', 'later'] as const
export type Urgency = (typeof URGENCIES)[number]

/** How soon something is due: missed, by midnight, by Sunday, or later, by the days of Kyiv. */
export function urgencyOf(dueAt: Instant, now: Instant): Urgency {
  if (now >= dueAt) return 'overdue'
  const [today, due] = [dayOf(now), dayOf(dueAt)]
  if (due === today) return 'today'
  return due <= addDays(today, 7 - weekdayOf(today)) ? 'this-week' : 'later'
}

/** Working days that have passed since a missed due instant; 0 on the days off right after it. */
export function workingDaysOverdue(dueAt: Instant, now: Instant, calendar: CalendarSettings): number {
  return now >= dueAt ? workingDaysBetween(dayOf(dueAt), dayOf(now), calendar) : 0
}
