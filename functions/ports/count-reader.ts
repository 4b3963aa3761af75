import type { Instant } from '../../shared/calendar/day'

/** How many signatures of a petition stand, and since when it is so. */
export interface Count {
  readonly count: number
  /** Entries of the log that it counts: of two counts the one of more entries is the later. */
  readonly size: number
  readonly updatedAt?: Instant
}

/** Counts of petitions; may lag by a second. */
export interface CountReader {
  /** Petitions without a signature are absent. */
  counts(petitionIds: readonly string[]): Promise<ReadonlyMap<string, Count>>
}
