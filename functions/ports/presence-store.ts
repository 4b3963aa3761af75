import type { Instant } from '../../shared/calendar/day'

export interface Present {
  readonly staffId: string
  readonly name: string
  readonly at: Instant
}

/** Who has a petition open at the desk; what is kept of it is short-lived and never leaves the desk. */
export interface PresenceStore {
  /** Notes that somebody has it open until `expiresAt`. */
  note(petitionId: string, who: Present, expiresAt: Instant): Promise<void>
  /** Those who have it open at `now`, whoever came last first. */
  at(petitionId: string, now: Instant): Promise<readonly Present[]>
}
