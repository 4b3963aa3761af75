import type { Instant } from '../../shared/calendar/day'
import type { AnnulledBatch } from '../../shared/log/annulment'
import type { Sha256 } from '../../shared/tlog/hash'
import type { Clock } from '../ports/clock'
import type { LogSigner } from '../ports/log-signer'
import type { Metrics } from '../ports/metrics'
import type { ObjectStore } from '../ports/object-store'
import type { PetitionStore } from '../ports/petition-store'
import type { Random } from '../ports/random'
import type { SignatureLog } from '../ports/signature-log'

/** What sequencing needs from outside. */
export interface SequencingDeps {
  readonly clock: Clock
  readonly random: Random
  readonly sha256: Sha256
  readonly signer: LogSigner
  readonly log: SignatureLog
  readonly objects: ObjectStore
  readonly petitions: Pick<PetitionStore, 'load'>
  readonly metrics: Metrics
  /**
   * Records that the signature at `index`, confirmed at `at`, made `count` = N (R7). Called at least once before the
   * batch that holds it is applied; a petition that is past it, or no longer collects, is left as it is.
   */
  reachThreshold(petitionId: string, count: number, at: Instant, index: number): Promise<void>
  /** Records what a batch annulled. Called at least once before the batch is applied, after `reachThreshold`. */
  recordAnnulments(petitionId: string, batch: AnnulledBatch): Promise<void>
}
