import type { Instant } from '../../shared/calendar/day'
import type { Clock } from '../ports/clock'
import type { Metrics } from '../ports/metrics'
import type { ObjectStore } from '../ports/object-store'
import type { PetitionStore } from '../ports/petition-store'
import type { Random } from '../ports/random'
import type { SignatureLog } from '../ports/signature-log'

/** What sequencing needs from outside. */
export interface SequencingDeps {
  readonly clock: Clock
  readonly random: Random
  readonly log: SignatureLog
  readonly objects: ObjectStore
  readonly petitions: Pick<PetitionStore, 'load'>
  readonly metrics: Metrics
  /**
   * Records that the N-th signature was confirmed at `at` (R7). Called at least once before the batch that holds
   * it is applied; a petition that is past it, or no longer collects, is left as it is.
   */
  reachThreshold(petitionId: string, count: number, at: Instant): Promise<void>
}
