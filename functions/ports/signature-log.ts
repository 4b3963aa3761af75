import type { Instant } from '../../shared/calendar/day'
import type { Flaw, LogRow } from '../../shared/log/candidate'
import type { Extent, LogState } from '../../shared/log/state'

/**
 * A petition's log state and the rows it sequences. Every read is strongly consistent: what was written before
 * the read began is seen.
 */
export interface SignatureLog {
  /** The empty state where there is none yet. */
  state(petitionId: string): Promise<LogState>
  /**
   * Commits a batch: succeeds only if the state is still exactly `from` and nothing of it is pending.
   * False when it is not; then nothing was written by this call, though an earlier attempt of it may have been.
   */
  commit(petitionId: string, from: LogState, batch: CommittedBatch): Promise<boolean>
  /** Opens the gate for the next batch. No effect unless `state` is still the current one. */
  markApplied(petitionId: string, state: LogState, at: Instant): Promise<void>
  /** Rows by key, in no promised order; those that are gone are left out. */
  rows(petitionId: string, keys: readonly string[]): Promise<LogRow[]>
  /** All rows without an index that are not quarantined, a page at a time. */
  waiting(petitionId: string): AsyncIterable<readonly LogRow[]>
  /**
   * Sets a row's index where it has none; repeating it changes nothing. A row that is gone is no error.
   * @throws IndexConflict when the row has another index
   */
  setIndex(petitionId: string, key: string, index: number): Promise<void>
  /** Marks a row without an index, so that nobody tries it again until somebody has looked. */
  quarantine(petitionId: string, key: string, flaw: Flaw): Promise<void>
}

export interface CommittedBatch {
  /** Of the log with it. */
  readonly after: Extent
  readonly staging: string
  readonly at: Instant
}

/** The log's first promise is broken: a row was given two places. Must never happen; a person has to look. */
export class IndexConflict extends Error {
  override readonly name = 'IndexConflict'
}
