import type { Instant } from '../../shared/calendar/day'
import type { Recovery } from '../../shared/staff/recovery'

/** Requests for another key; of each member the latest. */
export interface RecoveryStore {
  /** Undefined when there is none or it has expired at `now`. */
  recovery(staffId: string, now: Instant): Promise<Recovery | undefined>
  /** Asks anew; what was asked before, approved or not, is forgotten. */
  request(recovery: Recovery): Promise<void>
  /** @returns false, writing nothing, where that request no longer waits */
  approve(
    recovery: Recovery,
    approved: NonNullable<Recovery['approved']>,
    expiresAt: Instant,
  ): Promise<boolean>
  clear(staffId: string): Promise<void>
}
