import type { Instant } from '../../shared/calendar/day'

/** Forms whose sender's session had ended, sealed: the store cannot read them. One of each member at a time. */
export interface KeptFormStore {
  keep(staffId: string, sealed: string, expiresAt: Instant): Promise<void>
  /** Undefined when there is none or it has expired at `now`. */
  kept(staffId: string, now: Instant): Promise<string | undefined>
  /** Deleting what is not there is no error. */
  drop(staffId: string): Promise<void>
}
