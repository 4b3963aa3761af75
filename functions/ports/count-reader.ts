import type { Instant } from '../../shared/calendar/day'

/** How many signatures of a petition are counted, and since when it is so. */
export interface Count {
  readonly count: number
  readonly updatedAt?: Instant
}

/** Counts of petitions; may lag by a second. */
export interface CountReader {
  /** Petitions without a signature are absent. */
  counts(petitionIds: readonly string[]): Promise<ReadonlyMap<string, Count>>
}
