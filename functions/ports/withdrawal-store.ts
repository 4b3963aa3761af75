import type { Instant } from '../../shared/calendar/day'
import type { SignatureKey } from '../../shared/signing/signature-id'

/** A signature in its place in the log. */
export interface OwnSignature extends SignatureKey {
  readonly index: number
}

/** What a signer does to their own signature. Every call may be repeated, and may have had its effect though it throws. */
export interface WithdrawalStore {
  /**
   * Asks the log to annul the signature on the signer's own word, if the petition still collects, and keeps the sealed
   * address to tell them so; all of it or nothing.
   * @returns `closed`, writing nothing, where it collects no more; `done` also where an annulment was asked for before
   */
  withdraw(
    signature: OwnSignature,
    at: Instant,
    contact?: { readonly sealed: string; readonly expiresAt: Instant },
  ): Promise<'done' | 'closed'>
  /**
   * Takes name and salts from the row of a withdrawn signature and asks the log for its erasure, both or neither. The
   * person key stays in the row: no old link can sign in its place.
   */
  eraseName(signature: OwnSignature, at: Instant): Promise<void>
}
