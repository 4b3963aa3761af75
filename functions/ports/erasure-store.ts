import type { Instant } from '../../shared/calendar/day'

/** A signature in its place in the log, with the sort key of its row. */
export interface PlacedSignature {
  readonly key: string
  readonly index: number
}

/** Signatures whose rows, with name, salts and person key, are still there. */
export interface KeptSignatures {
  /** Those of lowest index, in its order. */
  readonly placed: readonly PlacedSignature[]
  /** Keys of those that no batch of the log holds yet. */
  readonly waiting: readonly string[]
  /** Keys of those that never came into the log. */
  readonly quarantined: readonly string[]
}

/**
 * What erasure takes from a petition. Every call may be repeated, and may have had its effect though it throws.
 * Reads are strongly consistent.
 */
export interface ErasureStore {
  /** @param most of each kind; the rest are left for another time */
  kept(petitionId: string, most: number): Promise<KeptSignatures>
  /**
   * Asks the log for the signature's erasure, unless that is asked for already or the signature's row is gone: what is
   * erased is never asked for again, not even by a worker that read the row long ago.
   */
  ask(petitionId: string, signature: PlacedSignature, at: Instant): Promise<void>
  /** Deletes the signature's row, then the one that asked. Only after the log has the erasure. */
  erase(petitionId: string, signature: PlacedSignature): Promise<void>
  /** Deletes the row of a signature that never came into the log. */
  eraseQuarantined(petitionId: string, key: string): Promise<void>
  /** Deletes signers' and followers' addresses, and what a crash left of erasures. @returns how many rows; fewer than `most`: all */
  eraseRest(petitionId: string, most: number): Promise<number>
  /**
   * Deletes the author's address and the petition's key, after which nobody can tell any more whose a person key was,
   * and what staff wrote to the signers of annulled signatures.
   */
  eraseKeys(petitionId: string): Promise<void>
}
