import type { Instant } from '../calendar/day'
import type { CalendarSettings } from '../calendar/working-calendar'
import { noticeOf, noticesFor } from '../procedure/notice'
import type { Command } from './commands'
import { decide } from './decide'
import type { PetitionEvent } from './events'
import { evolve } from './evolve'
import { factsOf } from './facts'
import type { NewEvent } from './new-event'
import { NOTICES, type NoticeKind, type PetitionNotice } from './notices'
import type { Petition } from './petition'
import { type Actor, type PetitionRule, ruleOf } from './rules'
import { UPDATE_RULES } from './updates'

/** A petition's next version with the events and notices that belong to it: saved together. */
export interface PetitionChange {
  readonly petition: Petition
  readonly events: readonly PetitionEvent[]
  readonly notices: readonly PetitionNotice[]
}

/**
 * Decides a command and applies what follows.
 * @returns undefined where nothing changes
 * @throws DomainError as `decide` does
 */
export function change(
  petition: Petition,
  command: Command,
  now: Instant,
  calendar: CalendarSettings,
): PetitionChange | undefined {
  const events = decide(petition, command, now, calendar)
  return events.length === 0 ? undefined : apply(petition, events, calendar)
}

/** Appends new events to a petition's journal and collects the notices they cause. */
export function apply(
  before: Petition,
  newEvents: readonly NewEvent[],
  calendar: CalendarSettings,
): PetitionChange {
  let petition = before
  const events: PetitionEvent[] = []
  for (const newEvent of newEvents) {
    const event = { ...newEvent, seq: petition.seq + 1 } as PetitionEvent
    petition = evolve(petition, event, calendar)
    events.push(event)
  }
  const notices = events.flatMap((event) => noticesAbout(petition, event))
  return { petition: { ...petition, version: before.version + 1 }, events, notices }
}

function noticesAbout(petition: Petition, event: PetitionEvent): PetitionNotice[] {
  if (event.type === 'reminded') {
    const kind = event.data.mark === 'strict-passed' ? 'strict-passed' : 'reminder'
    return toOwers(event, kind, ruleOf(event.data.rule), [])
  }
  if (event.type === 'overdue') return toOwers(event, 'overdue', ruleOf(event.data.rule), ESCALATION)
  const facts = factsOf(petition)
  const statutory = noticesFor(NOTICES, event, facts)
  return petition.publishedAt ? [...statutory, ...noticesFor(UPDATE_RULES, event, facts)] : statutory
}

/** Who hears of a missed obligation besides the one who owes it. */
const ESCALATION = ['head', 'council', 'operator'] as const

/** Whose mailbox stands for an actor of the rule table. */
const MAILBOX: Partial<Record<Actor, string>> = { executive: 'council' }

function toOwers(
  event: PetitionEvent,
  kind: NoticeKind,
  rule: PetitionRule,
  others: readonly string[],
): PetitionNotice[] {
  const ower = MAILBOX[rule.actor] ?? rule.actor
  return [...new Set([ower, ...others])].map((to) => noticeOf(event, kind, to, rule.id))
}
