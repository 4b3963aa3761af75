import { bundleKey, namesKey } from '../../shared/log/addresses'
import type { Flaw } from '../../shared/log/candidate'
import { parseEntry } from '../../shared/log/entry'
import type { AnnulmentCandidate, Candidate, ErasureCandidate } from '../../shared/log/leaf'
import { namesFileOf, parseNames } from '../../shared/log/names'
import type { Extent } from '../../shared/log/state'
import { decodeBundle } from '../../shared/tlog/bundle'
import { bundleWidth, TILE_WIDTH } from '../../shared/tlog/tile'
import { inParallel } from '../in-parallel'
import { mismatch } from './log-mismatch'
import type { SequencingDeps } from './sequencing'

type Aimed = AnnulmentCandidate | ErasureCandidate
type TargetDeps = Pick<SequencingDeps, 'objects' | 'metrics'>

const FILES_AT_ONCE = 8

/**
 * Annulments and erasures that are about no signature of the log, or annul one that is annulled already. There is
 * one row for each target, so that two of a batch are never about the same one.
 * @param state with nothing pending
 */
export async function flawsOfTargets(
  deps: TargetDeps,
  petitionId: string,
  state: Extent,
  candidates: readonly Candidate[],
): Promise<Map<string, Flaw>> {
  const flaws = new Map<string, Flaw>()
  const aimed = candidates.filter((candidate): candidate is Aimed => candidate.kind !== 'signature')
  const files = Map.groupBy(aimed, ({ target }) => Math.floor(target / TILE_WIDTH))
  await inParallel(files, FILES_AT_ONCE, async ([file, own]) => {
    const signatures = await signaturesIn(deps, petitionId, state.size, file)
    const annulled = await annulledIn(deps, petitionId, own)
    for (const { key, kind, target } of own) {
      if (!signatures.has(target)) flaws.set(key, 'no-such-signature')
      else if (kind === 'annulment' && annulled.has(target)) flaws.set(key, 'annulled-before')
    }
  })
  return flaws
}

/** Indices of the signatures in one bundle of the log of `size` leaves. */
async function signaturesIn(
  { objects, metrics }: TargetDeps,
  petitionId: string,
  size: number,
  bundle: number,
) {
  const width = bundleWidth(size, bundle)
  if (width === 0) return new Set<number>()
  const key = bundleKey(petitionId, bundle, width)
  const bytes = await objects.get(key)
  if (bytes === undefined) throw mismatch(metrics, petitionId, `${key} is missing`)
  const kinds = decodeBundle(bytes).map((entry) => parseEntry(entry).kind)
  return new Set(kinds.flatMap((kind, place) => (kind === 'signature' ? [bundle * TILE_WIDTH + place] : [])))
}

/** Indices of annulled signatures in the file of names that these are about. */
async function annulledIn({ objects }: TargetDeps, petitionId: string, [first]: readonly Aimed[]) {
  const stored = first && (await objects.get(namesKey(petitionId, namesFileOf(first.target))))
  const names = stored ? parseNames(new TextDecoder().decode(stored)) : []
  return new Set(names.filter(({ annulled }) => annulled).map(({ index }) => index))
}
