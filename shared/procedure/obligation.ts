import type { Day, Instant } from '../calendar/day'

/**
 * What somebody owes under one rule.
 * `strictDueAt` is the calendar end of the term: from then on it alarms. `dueAt` is that end moved off
 * days that are not working days (Civil Code 254(5)): missed only after it. For terms in working days both are equal.
 */
export interface Obligation {
  readonly rule: string
  readonly actor: string
  /** `seq` of the event that opened it. */
  readonly openedBy: number
  readonly openedAt: Instant
  readonly strictDueAt: Instant
  readonly dueAt: Instant
  readonly metAt?: Instant
  readonly droppedAt?: Instant
  readonly overdueAt?: Instant
  /** Why and from when the due instant was moved. */
  readonly extension?: Extension
  /** Marks already made, so that each is made once. */
  readonly marks: readonly Mark['kind'][]
}

export interface Extension {
  readonly from: Instant
  readonly reason: string
  readonly at: Instant
  readonly day: Day
}

/** Something that time alone brings about: a reminder, an alarm, an obligation missed. */
export interface Mark {
  readonly kind: 'day-before' | 'day-of' | 'strict-passed' | 'overdue'
  readonly rule: string
  readonly openedBy: number
  readonly at: Instant
}

/** As the public page shows it. */
export type ObligationStatus = 'open' | 'overdue' | 'met' | 'met-late' | 'dropped'
