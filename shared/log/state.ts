import type { Instant } from '../calendar/day'

/** What of a petition's log is sequenced. One row a petition, changed by compare-and-swap only. */
export interface LogState {
  /** Leaves committed: indices 0 … size−1 are given. */
  readonly size: number
  /** Leaves whose rows, names and count are written. Behind `size` only while a batch is being applied. */
  readonly applied: number
  /** Grows by one with each change; 0 where there is no row yet. */
  readonly version: number
  /** Key of the staging object while `applied` is behind `size`. */
  readonly staging?: string
  readonly updatedAt?: Instant
}

export const EMPTY_LOG: LogState = { size: 0, applied: 0, version: 0 }

/** A batch is committed and somebody still has to finish it; nothing new may be committed before. */
export function isPending(state: LogState): boolean {
  return state.applied !== state.size
}
