import { addMonths, dayOf, endOfDay, type Instant, instantOf } from '../calendar/day'
import type { CalendarSettings } from '../calendar/working-calendar'
import { yearsOfNames } from '../community/settings'
import { marksDue, nextMarkAt } from '../procedure/marks'
import type { NewEvent } from './new-event'
import type { Petition, Status } from './petition'

/** How long after the end of collection the last confirmations in flight may take to arrive. */
export const CLOSING_GRACE_MS = 60_000

/** States in which nothing is expected of anybody any more. */
const FINAL: readonly Status[] = ['answered', 'appeal', 'withdrawn']

/** What time alone brings about: reminders, missed obligations, the archive. */
export function tick(petition: Petition, now: Instant, calendar: CalendarSettings): NewEvent[] {
  const by = { role: 'system' }
  const marks = marksDue(petition.obligations, now, calendar).map((mark): NewEvent => {
    const { dueAt } = petition.obligations.find(
      (one) => one.rule === mark.rule && one.openedBy === mark.openedBy,
    )!
    const data = { rule: mark.rule, openedBy: mark.openedBy, dueAt }
    return mark.kind === 'overdue'
      ? { type: 'overdue', at: mark.at, by, data }
      : { type: 'reminded', at: now, by, data: { ...data, mark: mark.kind } }
  })
  const keepUntil = archiveAt(petition)
  return keepUntil && keepUntil <= now ? [...marks, { type: 'archived', at: now, by, data: {} }] : marks
}

/** When collection is to be closed: its end, and time for what was confirmed before it to arrive. */
export function closingAt(petition: Petition): Instant | undefined {
  if (petition.status !== 'collecting' || !petition.closesAt) return undefined
  return instantOf(Date.parse(petition.closesAt) + CLOSING_GRACE_MS)
}

/** The next instant at which the clock changes something; undefined when never. */
export function nextDueAt(petition: Petition, calendar: CalendarSettings): Instant | undefined {
  return [nextMarkAt(petition.obligations, calendar), closingAt(petition), archiveAt(petition)]
    .filter((instant) => instant !== undefined)
    .sort()[0]
}

/** When names and person keys are to be erased: once the petition is in the archive, at the end of their own term. */
export function erasureAt(petition: Petition): Instant | undefined {
  const { status, publishedAt, namesErasedAt, settings } = petition
  if (status !== 'archived' || !publishedAt || namesErasedAt) return undefined
  return namesTermEnd({ publishedAt, settings })
}

/** When the term of names ends, whether or not the petition is in the archive by then. */
export function namesTermEnd({
  publishedAt,
  settings,
}: Required<Pick<Petition, 'publishedAt' | 'settings'>>): Instant {
  return endOfDay(addMonths(dayOf(publishedAt), 12 * yearsOfNames(settings)))
}

/** Whether signers' names, or what finds a signature at all, are there at `now`. */
export function areNamesKept(petition: Petition, now: Instant): boolean {
  const erasure = petition.namesErasedAt ?? erasureAt(petition)
  return erasure === undefined || now < erasure
}

/** R20: count and dates are kept until then. */
function archiveAt(petition: Petition): Instant | undefined {
  return FINAL.includes(petition.status) ? petition.keepUntil : undefined
}
