import type { Instant } from '../../shared/calendar/day'

/** Petitions that wait for their author's confirmation, sealed: the store cannot read them. */
export interface DraftStore {
  save(id: string, sealed: string, expiresAt: Instant): Promise<void>
  /** Undefined when there is none or it has expired at `now`. */
  load(id: string, now: Instant): Promise<string | undefined>
  /** Deleting what is not there is no error. */
  delete(id: string): Promise<void>
}
