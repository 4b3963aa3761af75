import type { Signed } from '../../shared/anomaly/signed'

/** A petition's signatures as they can be compared with each other. */
export interface SignedRows {
  /**
   * Those that have their place in the log, in no order, a page at a time; annulments apart, since they come by
   * rows of their own. What was written a moment before may be missing.
   */
  read(petitionId: string): AsyncIterable<{
    readonly signed: readonly Omit<Signed, 'annulled'>[]
    /** Indices of signatures that are annulled. */
    readonly annulled: readonly number[]
  }>
}
