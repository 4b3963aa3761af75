import { stagingKey } from '../../shared/log/addresses'
import { examine, type Flaw, isWaiting, type SignatureRow } from '../../shared/log/candidate'
import { type Candidate, type Leaf, leavesAfter } from '../../shared/log/leaf'
import { stage } from '../../shared/log/staging'
import { isPending, type LogState } from '../../shared/log/state'
import { chunksOf, inParallel } from '../in-parallel'
import { applyBatch, finishPending } from './apply-batch'
import type { SequencingDeps } from './sequencing'

/** Leaves committed at once. */
const BATCH_SIZE = 1000
/** A lost race means that another worker moved on, so this many in a row means that something is wrong. */
const MAX_RACES = 100

/**
 * Gives every confirmed signature among `keys` its place in the petition's log, exactly once, however often and by
 * however many workers it is called. On return each of them has an index, is quarantined or is gone, and nothing
 * of the log is pending.
 */
export async function sequenceSignatures(
  deps: SequencingDeps,
  petitionId: string,
  keys: readonly string[],
): Promise<void> {
  for (const chunk of chunksOf([...new Set(keys)], BATCH_SIZE)) await sequenceChunk(deps, petitionId, chunk)
}

async function sequenceChunk(deps: SequencingDeps, petitionId: string, keys: readonly string[]) {
  for (let race = 0; race < MAX_RACES; race++) {
    // The state first, the rows after it: a row seen without an index then has none in any batch up to `state`.
    const state = await finishPending(deps, petitionId)
    const rows = (await deps.log.rows(petitionId, keys)).filter(isWaiting)
    const candidates = await sortOut(deps, petitionId, rows)
    if (candidates.length === 0) {
      if (!isPending(await deps.log.state(petitionId))) return
    } else if (await sequenceBatch(deps, petitionId, state, leavesAfter(state.size, candidates))) {
      return
    }
  }
  throw new Error(`lost ${MAX_RACES} races for the log of ${petitionId}`)
}

/** Quarantines what cannot be counted; the rest are candidates. */
async function sortOut(deps: SequencingDeps, petitionId: string, rows: readonly SignatureRow[]) {
  if (rows.length === 0) return []
  const petition = await deps.petitions.load(petitionId)
  const results = rows.map((row) => ({ key: row.key, found: examine(row, petition ?? {}) }))
  const flawed = results.flatMap(({ key, found }) =>
    typeof found === 'string' ? [{ key, flaw: found }] : [],
  )
  await inParallel(flawed, 8, ({ key, flaw }) => setAside(deps, petitionId, key, flaw))
  return results.map(({ found }) => found).filter((found): found is Candidate => typeof found !== 'string')
}

// A mark that cannot be written is tried again by the reconciler; it must not hold up the others.
async function setAside(deps: SequencingDeps, petitionId: string, key: string, flaw: Flaw): Promise<void> {
  await deps.log.quarantine(petitionId, key, flaw).catch(() => {})
  deps.metrics.count('QuarantinedSignatures', 1, { petitionId, flaw })
}

/** Stages, commits and applies one batch; false when another worker committed first. */
async function sequenceBatch(
  deps: SequencingDeps,
  petitionId: string,
  state: LogState,
  leaves: readonly Leaf[],
): Promise<boolean> {
  const batch = stage(petitionId, leaves)
  const size = state.size + leaves.length
  const staging = stagingKey(petitionId, state.size, size, nonce(deps))
  await deps.objects.put(staging, JSON.stringify(batch), { cacheSeconds: 0 })
  if (await deps.log.commit(petitionId, state, { size, staging, at: deps.clock.now() })) {
    const committed = { size, applied: state.applied, version: state.version + 1, staging }
    await applyBatch(deps, petitionId, committed, batch, leaves)
    return true
  }
  await dropStaging(deps, petitionId, staging)
  return false
}

// A commit repeated after a lost answer reports a lost race against itself: what the state names must stay.
async function dropStaging(deps: SequencingDeps, petitionId: string, staging: string): Promise<void> {
  const state = await deps.log.state(petitionId)
  if (state.staging !== staging) await deps.objects.delete(staging)
}

function nonce(deps: SequencingDeps): string {
  return Array.from(deps.random.bytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
