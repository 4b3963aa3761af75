import { examine } from '../../shared/log/candidate'
import { type Leaf, leafAt } from '../../shared/log/leaf'
import { leafThatMakes, parseStaged, type StagedBatch } from '../../shared/log/staging'
import { isPending, type LogState } from '../../shared/log/state'
import { inParallel } from '../in-parallel'
import { publishCount } from './publish-count'
import { publishNames } from './publish-names'
import type { SequencingDeps } from './sequencing'

const ROWS_AT_ONCE = 32

/**
 * Carries out a committed batch: names, row indices, threshold, count, and at last the gate. Every step can be
 * repeated, by this worker or another; a batch that is applied has had all of them.
 */
export async function applyBatch(
  deps: SequencingDeps,
  petitionId: string,
  state: LogState,
  batch: StagedBatch,
  leaves: readonly Leaf[],
): Promise<void> {
  await publishNames(deps.objects, petitionId, leaves)
  await inParallel(batch.leaves, ROWS_AT_ONCE, ({ key, index }) => deps.log.setIndex(petitionId, key, index))
  await concludeCount(deps, petitionId, state.size, batch)
  await deps.log.markApplied(petitionId, state, deps.clock.now())
  if (state.staging !== undefined) await deps.objects.delete(state.staging)
}

// The threshold comes before the gate: no later batch can be committed while its event is not saved (R7).
async function concludeCount(deps: SequencingDeps, petitionId: string, size: number, batch: StagedBatch) {
  const petition = await deps.petitions.load(petitionId)
  if (petition === undefined) throw new Error(`the log of ${petitionId} has leaves, but no petition`)
  const { threshold } = petition.settings
  const decisive = leafThatMakes(threshold, batch)
  if (decisive !== undefined) await deps.reachThreshold(petitionId, threshold, decisive.confirmedAt)
  await publishCount(deps, petitionId, { size, threshold })
}

/**
 * Finishes what another worker committed and did not apply.
 * @returns the state with nothing pending
 * @throws Error when the staging object of a pending batch is lost
 */
export async function finishPending(deps: SequencingDeps, petitionId: string): Promise<LogState> {
  for (;;) {
    const state = await deps.log.state(petitionId)
    if (!isPending(state)) return state
    const staged = state.staging && (await deps.objects.get(state.staging))
    if (staged) {
      const batch = parseStaged(new TextDecoder().decode(staged))
      await applyBatch(deps, petitionId, state, batch, await leavesOf(deps, petitionId, batch))
    } else if ((await deps.log.state(petitionId)).version === state.version) {
      throw new Error(`the log of ${petitionId} is pending, but its staging object is missing`)
    }
  }
}

/** The batch's leaves with names and salts, which live in the rows alone. An erased row has none any more. */
async function leavesOf(deps: SequencingDeps, petitionId: string, batch: StagedBatch): Promise<Leaf[]> {
  const petition = await deps.petitions.load(petitionId)
  const rows = await deps.log.rows(
    petitionId,
    batch.leaves.map((leaf) => leaf.key),
  )
  const places = new Map(batch.leaves.map((leaf) => [leaf.key, leaf.index]))
  return rows.flatMap((row) => {
    const candidate = examine(row, petition ?? {})
    const index = places.get(row.key)
    return typeof candidate === 'string' || index === undefined ? [] : [leafAt(index, candidate)]
  })
}
