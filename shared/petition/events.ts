import type { Day, Instant } from '../calendar/day'
import type { StatuteSettings } from '../community/settings'
import type { Recount } from '../procedure/duties'
import type { ProcedureEvent } from '../procedure/event'
import type { Mark } from '../procedure/obligation'
import type { GroundCode } from './grounds'
import type { Ledger } from './ledger'
import type { Outcome } from './petition'

/** What can happen to a petition, and what each entry of its journal holds. */
export interface EventData {
  submitted: Record<string, never>
  published: {
    settings: StatuteSettings
    closesOn: Day
    closesAt: Instant
    keepUntil: Instant
    logOrigin: string
  }
  refused: { ground: GroundCode; explanation: string }
  'threshold-reached': { count: number }
  /** R9: the NGO's data went to the council, by mail with its evidence. */
  dispatched: { messageId: string }
  transferred: Record<string, never>
  'consideration-begun': Record<string, never>
  'draft-ordered': Record<string, never>
  extended: { dueOn: Day; reason: string; url?: string }
  decided: { outcome: Outcome; text: string }
  announced: { statement?: string }
  answered: { text: string; reasons: string }
  /** The term ended below N (R8). */
  'collection-ended': { count: number }
  'appeal-registered': { registrationNumber: string; term?: AppealTerm; reason?: string }
  'appeal-answered': { text: string }
  /** A batch of the log annulled signatures: its size and count after it, and what the public ledger says of it. */
  annulled: { size: number; count: number; ledger: Ledger }
  /** After an annulment fewer than N are left, though N was reached: staff decide what follows. */
  'fell-below': { size: number; count: number }
  /** N is reached again before anybody has decided. */
  'count-restored': { count: number }
  'consideration-kept': { count: number; reason: string }
  'collection-resumed': { size: number; count: number; reason: string }
  withdrawn: Record<string, never>
  archived: Record<string, never>
  /** Names, person keys and addresses are no longer kept; log and count stay. */
  'names-erased': { number: number }
  /** Time alone: an obligation comes near, alarms or is missed. */
  reminded: { rule: string; openedBy: number; mark: Mark['kind']; dueAt: Instant }
  /** The working calendar in force has changed, and with it what is due when. */
  recounted: { changes: readonly Recount[] }
  overdue: { rule: string; openedBy: number; dueAt: Instant }
}

/** Terms for an ordinary citizens' appeal (Law on citizens' appeals, Art. 20). */
export type AppealTerm = '15-days' | '1-month' | '45-days'

export type EventType = keyof EventData

export type PetitionEvent = {
  [T in EventType]: ProcedureEvent<T, EventData[T]>
}[EventType]
