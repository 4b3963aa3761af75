import { examine } from '../../shared/log/candidate'
import type { Leaf } from '../../shared/log/leaf'
import { type NamesItem, nameEntryOf } from '../../shared/log/names'
import { annulledIn, leafThatMakes, parseStaged, type StagedBatch } from '../../shared/log/staging'
import { countOf, isPending, type LogState } from '../../shared/log/state'
import type { Petition } from '../../shared/petition/petition'
import { inParallel } from '../in-parallel'
import { growLog, type LogFile } from './grow-log'
import { keepLevels } from './keep-levels'
import { mismatch } from './log-mismatch'
import { publishCheckpoint } from './publish-checkpoint'
import { publishCount } from './publish-count'
import { publishDays } from './publish-days'
import { publishNames } from './publish-names'
import { publishTiles } from './publish-tiles'
import type { SequencingDeps } from './sequencing'

/** More than confirmations come at once, so that of a hot petition the count keeps up with those who sign. */
const ROWS_AT_ONCE = 96

/** A committed batch with all that is published of it. */
export interface ReadyBatch {
  readonly batch: StagedBatch
  readonly files: readonly LogFile[]
  /** Of its signatures, by index; one whose row is gone is missing. */
  readonly names: ReadonlyMap<number, NamesItem>
}

/**
 * Carries out a committed batch: tiles, names, row indices, threshold, annulments, checkpoint, count, days,
 * and at last the gate. Every step can be repeated, by this worker or another, even after later batches; a batch that is applied
 * has had all of them. The checkpoint is signed here, after the commit, so that no two trees of a size ever are.
 */
export async function applyBatch(
  deps: SequencingDeps,
  petition: Petition,
  state: LogState,
  { batch, files, names }: ReadyBatch,
): Promise<void> {
  const { id, settings, logOrigin } = petition
  if (logOrigin === undefined) throw new Error(`the log of ${id} has leaves, but no origin`)
  await publishTiles(deps, id, files)
  await publishNames(deps.objects, id, batch, names)
  await inParallel(batch.leaves, ROWS_AT_ONCE, ({ key, index }) => deps.log.setIndex(id, key, index))
  await tellPetition(deps, petition, batch)
  await publishCheckpoint(deps, id, logOrigin, batch.after)
  const { size } = batch.after
  await keepLevels(deps.objects, id, batch)
  const count = countOf(batch.after)
  await publishCount(deps, id, { count, threshold: settings.threshold, size }, batch.after.providers)
  await publishDays(deps.objects, id, batch)
  await deps.log.markApplied(id, state, deps.clock.now())
  if (state.staging !== undefined) await deps.objects.delete(state.staging)
}

// Before the gate: no later batch can be committed while what this one means to the petition is not saved (R7).
async function tellPetition(deps: SequencingDeps, { id, settings }: Petition, batch: StagedBatch) {
  const decisive = leafThatMakes(settings.threshold, batch)
  if (decisive !== undefined) await deps.reachThreshold(id, settings.threshold, decisive.at, decisive.index)
  const annulled = annulledIn(batch)
  if (annulled.length === 0) return
  const { after } = batch
  await deps.recordAnnulments(id, { size: after.size, count: countOf(after), at: deps.clock.now(), annulled })
}

/**
 * Finishes what another worker committed and did not apply.
 * @returns the state with nothing pending
 * @throws LogMismatch when what is staged is not what was committed
 * @throws Error when the staging object of a pending batch is lost
 */
export async function finishPending(deps: SequencingDeps, petitionId: string): Promise<LogState> {
  for (;;) {
    const state = await deps.log.state(petitionId)
    if (!isPending(state)) return state
    const staged = state.staging && (await deps.objects.get(state.staging))
    if (staged) {
      await applyStaged(deps, petitionId, state, parseStaged(new TextDecoder().decode(staged)))
    } else if ((await deps.log.state(petitionId)).version === state.version) {
      throw new Error(`the log of ${petitionId} is pending, but its staging object is missing`)
    }
  }
}

async function applyStaged(deps: SequencingDeps, petitionId: string, state: LogState, batch: StagedBatch) {
  const petition = await deps.petitions.load(petitionId)
  if (petition === undefined) throw new Error(`the log of ${petitionId} has leaves, but no petition`)
  const entries = batch.leaves.map(({ bytes }) => bytes)
  const { root, files } = await growLog(deps, petitionId, batch.before, entries)
  if (root !== state.root || batch.after.size !== state.size) {
    throw mismatch(deps.metrics, petitionId, 'the staged batch does not lead to the committed root')
  }
  await applyBatch(deps, petition, state, { batch, files, names: await storedNames(deps, petition, batch) })
}

/** The batch's names and salts live in the rows alone. An erased row has none any more. */
async function storedNames(deps: SequencingDeps, petition: Petition, batch: StagedBatch) {
  const places = new Map(batch.leaves.map((leaf) => [leaf.key, leaf.index]))
  const rows = await deps.log.rows(petition.id, [...places.keys()])
  const leaves = rows.flatMap((row) => {
    const candidate = examine(row, petition)
    const index = places.get(row.key)
    return typeof candidate === 'string' || index === undefined ? [] : [{ ...candidate, index }]
  })
  return namesOf(leaves)
}

/** Published names of the signatures among some leaves, by index. */
export function namesOf(leaves: readonly Leaf[]): Map<number, NamesItem> {
  return new Map(
    leaves.flatMap((leaf) => (leaf.kind === 'signature' ? [[leaf.index, nameEntryOf(leaf)] as const] : [])),
  )
}
