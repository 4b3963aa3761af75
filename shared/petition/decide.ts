import { addMonths, dayOf, endOfDay, type Instant } from '../calendar/day'
import { collectionEnd } from '../calendar/term'
import type { CalendarSettings } from '../calendar/working-calendar'
import { DomainError } from '../problem'
import { isOpen, recounts } from '../procedure/duties'
import type { By } from '../procedure/event'
import type { Command, CommandType } from './commands'
import { contextOf } from './facts'
import { event, type NewEvent, SYSTEM } from './new-event'
import type { Petition, Status } from './petition'
import { RULES } from './rules'
import { annulled, collectionResumed, considerationKept, thresholdMet } from './shortfall'
import { erasureAt, tick } from './tick'

/** The states in which a command has a meaning; in any other it is refused with `wrong-status`. */
export const ALLOWED: Readonly<
  Record<Exclude<CommandType, 'tick' | 'recount' | 'record-annulments'>, readonly Status[]>
> = {
  publish: ['moderation'],
  reject: ['moderation'],
  'reach-threshold': ['collecting', 'threshold-reached', 'consideration'],
  'keep-consideration': ['threshold-reached', 'consideration'],
  'resume-collection': ['threshold-reached', 'consideration'],
  'end-collection': ['collecting'],
  dispatch: ['threshold-reached'],
  transfer: ['threshold-reached', 'consideration'],
  'begin-consideration': ['threshold-reached'],
  'order-draft': ['consideration'],
  extend: ['consideration'],
  decide: ['consideration'],
  announce: ['consideration'],
  answer: ['consideration'],
  'register-appeal': ['appeal'],
  'answer-appeal': ['appeal'],
  withdraw: ['moderation', 'collecting'],
  'record-erasure': ['archived'],
}

/**
 * What follows from a command: events, or none where nothing changes.
 * @throws DomainError `wrong-status` or `already-done` where the command has no meaning, and others by name
 */
export function decide(
  petition: Petition,
  command: Command,
  now: Instant,
  calendar: CalendarSettings,
): NewEvent[] {
  if (command.type === 'tick') return tick(petition, now, calendar)
  if (command.type === 'recount') return recount(petition, command.by, now, calendar)
  if (command.type === 'record-annulments') return annulled(petition, command)
  if (!ALLOWED[command.type].includes(petition.status)) return refuseOrIgnore(command.type)
  switch (command.type) {
    case 'publish':
      return [published(command, now)]
    case 'reject':
      return [event('refused', now, command.by, { ground: command.ground, explanation: command.explanation })]
    case 'reach-threshold':
      return thresholdMet(petition, command)
    case 'keep-consideration':
      return considerationKept(petition, command.by, command.reason, now)
    case 'resume-collection':
      return collectionResumed(petition, command.by, command.reason, now)
    case 'dispatch':
      if (petition.dispatchedAt || petition.host.kind !== 'ngo') return []
      return [event('dispatched', now, SYSTEM, { messageId: command.messageId })]
    case 'transfer':
      once(petition.transferredAt)
      return [event('transferred', now, command.by, {})]
    case 'begin-consideration':
      if (petition.host.kind === 'ngo') needs(petition.dispatchedAt)
      return [event('consideration-begun', now, command.by, {})]
    case 'order-draft':
      once(petition.draftOrderedAt)
      return [event('draft-ordered', now, command.by, {})]
    case 'extend':
      return [extended(petition, command, now)]
    case 'decide':
      once(petition.decision)
      return [event('decided', now, command.by, { outcome: command.outcome, text: command.text })]
    case 'announce':
      needs(petition.decision)
      once(petition.announcement)
      return [event('announced', now, command.by, optional('statement', command.statement))]
    case 'answer':
      needs(petition.announcement)
      return [event('answered', now, command.by, { text: command.text, reasons: command.reasons })]
    case 'end-collection':
      return endOfCollection(petition, command.count, now)
    case 'register-appeal':
      once(petition.appeal?.registrationNumber)
      return [
        event('appeal-registered', now, command.by, {
          registrationNumber: command.registrationNumber,
          ...optional('term', command.term),
          ...optional('reason', command.reason),
        }),
      ]
    case 'answer-appeal':
      needs(petition.appeal?.registrationNumber)
      once(petition.appeal?.answeredAt)
      return [event('appeal-answered', now, command.by, { text: command.text })]
    case 'withdraw':
      return [event('withdrawn', now, command.by, {})]
    case 'record-erasure':
      return namesErased(petition, command.number, now)
  }
}

/** The system's own commands repeat after a crash and are ignored then; a person is told. */
function refuseOrIgnore(type: CommandType): NewEvent[] {
  if (type === 'reach-threshold' || type === 'end-collection' || type === 'dispatch') return []
  throw new DomainError('wrong-status')
}

function published(command: Extract<Command, { type: 'publish' }>, now: Instant): NewEvent {
  const { settings, logOrigin } = command
  const closesOn = collectionEnd(dayOf(now), settings.collection, settings.publicationDayCounts)
  const keepUntil = endOfDay(addMonths(dayOf(now), 12 * settings.retentionYears))
  return event('published', now, command.by, {
    settings,
    closesOn,
    closesAt: endOfDay(closesOn),
    keepUntil,
    logOrigin,
  })
}

function recount(petition: Petition, by: By, now: Instant, calendar: CalendarSettings): NewEvent[] {
  const changes = recounts(RULES, petition.obligations, contextOf(petition, calendar))
  return changes.length === 0 ? [] : [event('recounted', now, by, { changes })]
}

function extended(petition: Petition, command: Extract<Command, { type: 'extend' }>, now: Instant): NewEvent {
  if (!petition.wantsHearing) throw new DomainError('hearing-not-asked')
  const obligation = petition.obligations.find((one) => one.rule === 'R13' && isOpen(one))
  if (!obligation) throw new DomainError('wrong-status')
  if (endOfDay(command.dueOn) <= obligation.dueAt || endOfDay(command.dueOn) <= now) {
    throw new DomainError('due-not-later', { fields: [{ field: 'dueOn', code: 'due-not-later' }] })
  }
  return event('extended', now, command.by, {
    dueOn: command.dueOn,
    reason: command.reason,
    ...optional('url', command.url),
  })
}

function endOfCollection(petition: Petition, count: number, now: Instant): NewEvent[] {
  if (!petition.closesAt || now <= petition.closesAt) throw new DomainError('wrong-status')
  if (count >= petition.settings.threshold) throw new DomainError('wrong-status')
  // Of one that was sent back to collecting after its term, the appeal's own term begins only then.
  const at = [petition.closesAt, petition.resumed?.at ?? ''].sort()[1]!
  return [event('collection-ended', at, SYSTEM, { count })]
}

function namesErased(petition: Petition, number: number, now: Instant): NewEvent[] {
  if (petition.namesErasedAt) return []
  const from = erasureAt(petition)
  if (!from || now < from) throw new DomainError('wrong-status')
  return [event('names-erased', now, SYSTEM, { number })]
}

function optional<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}

function once(done: unknown): void {
  if (done !== undefined) throw new DomainError('already-done')
}

function needs(earlier: unknown): void {
  if (earlier === undefined) throw new DomainError('wrong-status')
}
