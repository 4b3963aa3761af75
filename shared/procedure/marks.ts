import { atHour, dayOf, type Instant } from '../calendar/day'
import { type CalendarSettings, previousWorkingDay } from '../calendar/working-calendar'
import { isOpen } from './duties'
import type { Mark, Obligation } from './obligation'

/** Kyiv hour at which reminders go out. */
export const REMINDER_HOUR = 9

const ORDER: readonly Mark['kind'][] = ['day-before', 'day-of', 'strict-passed', 'overdue']

/**
 * What time alone has brought about by `now` and is not marked yet, earliest first.
 * A reminder whose obligation has already run out, or which a later one supersedes, is left out.
 */
export function marksDue(
  obligations: readonly Obligation[],
  now: Instant,
  calendar: CalendarSettings,
): Mark[] {
  return obligations
    .filter(isOpen)
    .flatMap((obligation) => {
      const reached = pendingMarks(obligation, calendar).filter((mark) => mark.at <= now)
      const last = reached.at(-1)
      return last ? reached.filter((mark) => mark === last || mark.kind === 'strict-passed') : []
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}

/** The next instant at which `marksDue` will have something new; undefined when never. */
export function nextMarkAt(
  obligations: readonly Obligation[],
  calendar: CalendarSettings,
): Instant | undefined {
  return obligations
    .filter(isOpen)
    .flatMap((obligation) => pendingMarks(obligation, calendar))
    .map((mark) => mark.at)
    .sort()[0]
}

/** The obligation with a mark made on it. */
export function marked(
  obligations: readonly Obligation[],
  mark: Omit<Mark, 'at'>,
  at: Instant,
): Obligation[] {
  return obligations.map((obligation) => {
    if (obligation.rule !== mark.rule || obligation.openedBy !== mark.openedBy) return obligation
    const marks = [...new Set([...obligation.marks, mark.kind])]
    return { ...obligation, marks, ...(mark.kind === 'overdue' && { overdueAt: at }) }
  })
}

function pendingMarks(obligation: Obligation, calendar: CalendarSettings): Mark[] {
  const made = Math.max(-1, ...obligation.marks.map((kind) => ORDER.indexOf(kind)))
  return marksOf(obligation, calendar)
    .filter((mark) => ORDER.indexOf(mark.kind) > made)
    .filter((mark) => mark.at > (obligation.extension?.at ?? obligation.openedAt))
}

function marksOf(obligation: Obligation, calendar: CalendarSettings): Mark[] {
  const lastDay = dayOf(obligation.strictDueAt)
  const mark = (kind: Mark['kind'], at: Instant): Mark => ({
    kind,
    rule: obligation.rule,
    openedBy: obligation.openedBy,
    at,
  })
  return [
    mark('day-before', atHour(previousWorkingDay(lastDay, calendar), REMINDER_HOUR)),
    mark('day-of', atHour(lastDay, REMINDER_HOUR)),
    ...(obligation.strictDueAt < obligation.dueAt ? [mark('strict-passed', obligation.strictDueAt)] : []),
    mark('overdue', obligation.dueAt),
  ]
}
