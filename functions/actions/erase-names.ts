import { erasureKey } from '../../shared/log/row-key'
import type { Petition } from '../../shared/petition/petition'
import { chunksOf, inParallel } from '../in-parallel'
import type { ErasureStore, KeptSignatures } from '../ports/erasure-store'
import type { SignatureLog } from '../ports/signature-log'
import { type CommandDeps, runCommand } from './run-command'

export interface ErasureDeps extends CommandDeps {
  readonly erasures: ErasureStore
  readonly log: Pick<SignatureLog, 'rows' | 'state'>
  /** Gives rows their places in the log and publishes what follows; returns when nothing is pending. */
  sequence(petitionId: string, keys: readonly string[]): Promise<void>
  /** Deletes files made for a council's staff that hold names. */
  forgetFiles(petition: Pick<Petition, 'id' | 'communityId'>): Promise<void>
  /** Deletes what is kept of how each signer was identified; how many of each stays in the log's state. */
  forgetLevels(petitionId: string, size: number): Promise<void>
  /** Told of each petition whose erasure did not get on; the others go on. */
  onFailure(petitionId: string, error: unknown): void
}

export interface ErasureReport {
  /** Petitions whose erasure got on. */
  readonly handled: number
  readonly failed: number
}

/** The log has set aside what asked it for an erasure: a person has to look. */
export class ErasureRefused extends Error {
  override readonly name = 'ErasureRefused'
}

/** Petitions looked at in one run; some of them may be stuck. */
const PETITIONS_PER_RUN = 100
const ROWS_AT_ONCE = 32
/** Signatures between two looks at the time. */
const STEP = 500

/** How much one run may do; one step it always does. */
export interface ErasureLimits {
  /** Signatures, all petitions together. */
  readonly most: number
  readonly hasTime: () => boolean
}

/**
 * Erases names whose term is over, a bounded number in one run; the next run goes on where this one ended, however
 * it ended.
 */
export async function eraseDue(deps: ErasureDeps, { most, hasTime }: ErasureLimits): Promise<ErasureReport> {
  const due = await deps.petitions.dueForErasure(deps.clock.now(), PETITIONS_PER_RUN)
  let handled = 0
  let failed = 0
  let left = most
  for (const petition of due) {
    if (left <= 0 || (handled > 0 && !hasTime())) break
    try {
      left -= await eraseNames(deps, petition, { most: left, hasTime })
      handled++
    } catch (error) {
      failed++
      deps.onFailure(petition.id, error)
    }
  }
  return { handled, failed }
}

/**
 * Erases names of a petition, within the limits, or concludes when none is left: first the log says that a name is
 * erased and the published files lose it, then its row goes with name, salts and person key. The log's leaves stay,
 * and with them the count and every proof.
 * @returns rows handled, at least 1
 */
async function eraseNames(deps: ErasureDeps, petition: Petition, { most, hasTime }: ErasureLimits) {
  const { id } = petition
  const kept = await deps.erasures.kept(id, most)
  const rows = kept.placed.length + kept.waiting.length + kept.quarantined.length
  if (rows === 0) return conclude(deps, petition, most)
  await inParallel(kept.quarantined, ROWS_AT_ONCE, (key) => deps.erasures.eraseQuarantined(id, key))
  // Whoever was left out of the log by a lost doorbell counts first; the next run erases them.
  await deps.sequence(id, kept.waiting)
  let done = rows - kept.placed.length
  let refused = 0
  for (const step of chunksOf(kept.placed, STEP)) {
    refused += await erasePlaced(deps, id, step)
    done += step.length
    if (!hasTime()) break
  }
  if (refused > 0) throw new ErasureRefused(`the log of ${id} did not take ${refused} erasures`)
  return done
}

/** @returns how many erasures the log has set aside */
async function erasePlaced(deps: ErasureDeps, id: string, placed: KeptSignatures['placed']): Promise<number> {
  const at = deps.clock.now()
  const asked = placed.map(({ index }) => erasureKey(index))
  await inParallel(placed, ROWS_AT_ONCE, (signature) => deps.erasures.ask(id, signature, at))
  await deps.sequence(id, asked)
  const rows = await deps.log.rows(id, asked)
  const logged = new Set(rows.filter(({ index }) => index !== undefined).map(({ key }) => key))
  const erased = placed.filter(({ index }) => logged.has(erasureKey(index)))
  await inParallel(erased, ROWS_AT_ONCE, (signature) => deps.erasures.erase(id, signature))
  return rows.length - logged.size
}

/** No signature's row is left: addresses and keys go, and the petition learns of it last. */
async function conclude(deps: ErasureDeps, petition: Petition, most: number): Promise<number> {
  const { id } = petition
  const rest = await deps.erasures.eraseRest(id, most)
  if (rest >= most) return rest
  await deps.erasures.eraseKeys(id)
  await deps.forgetFiles(petition)
  const { signatures, size, providers } = await deps.log.state(id)
  if (providers) await deps.forgetLevels(id, size)
  await runCommand(deps, id, { type: 'record-erasure', number: signatures })
  return rest + 1
}
