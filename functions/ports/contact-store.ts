import type { Instant } from '../../shared/calendar/day'

/**
 * Addresses of signers who asked to be told if their signature is annulled, sealed: the store cannot read them.
 * One for a signature, by its index in the petition's log.
 */
export interface ContactStore {
  /** Replaces the one before. */
  put(petitionId: string, index: number, sealed: string, expiresAt: Instant): Promise<void>
  /** Undefined when there is none or it has expired at `now`. */
  get(petitionId: string, index: number, now: Instant): Promise<string | undefined>
  /** Deleting what is not there is no error. */
  delete(petitionId: string, index: number): Promise<void>
}
