import type { ProviderLevel } from '../../shared/identity/identified-person'
import { stagingKey } from '../../shared/log/addresses'
import { examine, type Flaw, isWaiting, type LogRow } from '../../shared/log/candidate'
import { textHash } from '../../shared/log/commitment'
import { type Candidate, entryOf, type Leaf, leavesAfter } from '../../shared/log/leaf'
import type { LevelsByIndex } from '../../shared/log/levels'
import { formatStaged, type StagedBatch, stagedLeaf, tally } from '../../shared/log/staging'
import { type Extent, extentOf, isPending, type LogState } from '../../shared/log/state'
import type { Petition } from '../../shared/petition/petition'
import { chunksOf, inParallel } from '../in-parallel'
import { applyBatch, finishPending, namesOf } from './apply-batch'
import { growLog } from './grow-log'
import { levelsOf } from './keep-levels'
import type { SequencingDeps } from './sequencing'
import { flawsOfTargets } from './targets'

/** Leaves committed at once. */
const BATCH_SIZE = 1000
/** A lost race means that another worker moved on, so this many in a row means that something is wrong. */
const MAX_RACES = 100

/**
 * Gives every row among `keys` – confirmed signatures, annulments, erasures – its place in the petition's log, exactly
 * once, however often and by however many workers it is called. On return each of them has an index, is quarantined
 * or is gone, and nothing of the log is pending.
 * @throws LogMismatch when the published log is not the committed one; nothing is written then
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
    if (rows.length === 0) {
      if (!isPending(await deps.log.state(petitionId))) return
      continue
    }
    const petition = await deps.petitions.load(petitionId)
    const { candidates, flawed } = await sortOut(deps, petitionId, state, rows, petition)
    // A target that was not there may be by now: rows are set aside for it only by what is still the last state.
    if (flawed.size > 0 && (await deps.log.state(petitionId)).version !== state.version) continue
    await inParallel(flawed, 8, ([key, flaw]) => setAside(deps, petitionId, key, flaw))
    if (candidates.length === 0 || petition === undefined) return
    if (await sequenceBatch(deps, petition, state, leavesAfter(state.size, candidates))) return
  }
  throw new Error(`lost ${MAX_RACES} races for the log of ${petitionId}`)
}

/** Which rows can be sequenced after `state`, and what is wrong with the others. */
async function sortOut(
  deps: SequencingDeps,
  petitionId: string,
  state: LogState,
  rows: readonly LogRow[],
  petition: Petition | undefined,
): Promise<{ candidates: Candidate[]; flawed: Map<string, Flaw> }> {
  const flawed = new Map<string, Flaw>()
  const whole: Candidate[] = []
  for (const row of rows) {
    const found = examine(row, petition ?? {})
    if (typeof found === 'string') flawed.set(row.key, found)
    else whole.push(found)
  }
  for (const [key, flaw] of await flawsOfTargets(deps, petitionId, state, whole)) flawed.set(key, flaw)
  return { candidates: whole.filter(({ key }) => !flawed.has(key)), flawed }
}

// A mark that cannot be written is tried again by the reconciler; it must not hold up the others.
async function setAside(deps: SequencingDeps, petitionId: string, key: string, flaw: Flaw): Promise<void> {
  await deps.log.quarantine(petitionId, key, flaw).catch(() => {})
  deps.metrics.count('QuarantinedSignatures', 1, { petitionId, flaw })
}

/** Stages, commits and applies one batch; false when another worker committed first. */
async function sequenceBatch(
  deps: SequencingDeps,
  petition: Petition,
  state: LogState,
  leaves: readonly Leaf[],
): Promise<boolean> {
  const { id } = petition
  const text = textHash(deps.sha256, petition.text)
  const before = extentOf(state)
  const annulled = await levelsOfAnnulled(deps, id, before, leaves)
  const staged = leaves.map((leaf) =>
    stagedLeaf(leaf, entryOf(deps.sha256, text, leaf), levelIn(leaf, annulled)),
  )
  const entries = staged.map(({ bytes }) => bytes)
  const { root, files } = await growLog(deps, id, before, entries)
  const after = { ...tally(before, staged), root }
  const batch: StagedBatch = { petitionId: id, before, after, leaves: staged }

  const staging = stagingKey(id, before.size, after.size, nonce(deps))
  await deps.objects.put(staging, formatStaged(batch), { cacheSeconds: 0 })
  if (await deps.log.commit(id, state, { after, staging, at: deps.clock.now() })) {
    const committed = { ...state, ...after, version: state.version + 1, staging }
    await applyBatch(deps, petition, committed, { batch, files, names: namesOf(leaves) })
    return true
  }
  await dropStaging(deps, id, staging)
  return false
}

/** By index; empty as long as all signatures are by mail. Targets lie in batches that are applied. */
async function levelsOfAnnulled(
  deps: SequencingDeps,
  petitionId: string,
  { providers }: Extent,
  leaves: readonly Leaf[],
): Promise<LevelsByIndex> {
  const targets = leaves.flatMap((leaf) => (leaf.kind === 'annulment' ? [leaf.target] : []))
  return providers ? levelsOf(deps.objects, petitionId, targets) : new Map()
}

function levelIn(leaf: Leaf, annulled: LevelsByIndex): ProviderLevel | undefined {
  if (leaf.kind === 'signature') return leaf.level
  return leaf.kind === 'annulment' ? annulled.get(leaf.target) : undefined
}

// A commit repeated after a lost answer reports a lost race against itself: what the state names must stay.
async function dropStaging(deps: SequencingDeps, petitionId: string, staging: string): Promise<void> {
  const state = await deps.log.state(petitionId)
  if (state.staging !== staging) await deps.objects.delete(staging)
}

function nonce(deps: SequencingDeps): string {
  return Array.from(deps.random.bytes(8), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
