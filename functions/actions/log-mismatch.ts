import type { Metrics } from '../ports/metrics'

/**
 * The files of a petition's log are not those of the tree that is committed. Nothing of that petition is sequenced
 * any more, and nothing written over, until a person has looked.
 */
export class LogMismatch extends Error {
  override readonly name = 'LogMismatch'
}

/** Rings the alarm. @returns the error to throw */
export function mismatch(metrics: Metrics, petitionId: string, what: string): LogMismatch {
  metrics.count('LogMismatches', 1, { petitionId })
  return new LogMismatch(`the log of ${petitionId}: ${what}`)
}
