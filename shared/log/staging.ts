import * as z from 'zod'
import { IDENTITIES } from '../community/settings'
import type { ProviderLevel } from '../identity/identified-person'
import { fromBase64, toBase64 } from '../tlog/bytes'
import { type AnnulledLeaf, isAnnulmentGround } from './annulment'
import { encodeEntry, type LogEntry, parseEntry } from './entry'
import { countsAfter } from './levels'
import { countOf, type Extent } from './state'

const natural = z.number().int().min(0)
const provider = z.enum(IDENTITIES).exclude(['email'])
const extent = z.object({
  ...{ size: natural, root: z.string(), signatures: natural, annulments: natural },
  providers: z.partialRecord(provider, z.number().int()).exactOptional(),
})
const leaf = z.object({
  ...{ index: natural, key: z.string(), at: z.string(), entry: z.string() },
  level: provider.exactOptional(),
})
const stagedBatch = z.object({
  petitionId: z.string(),
  before: extent,
  after: extent,
  leaves: z.array(leaf).min(1),
})

/** An entry in its place, with the row that gets the index. */
export interface StagedLeaf {
  readonly index: number
  readonly key: string
  /** To the millisecond, where the entry has the minute. */
  readonly at: string
  readonly entry: LogEntry
  readonly bytes: Uint8Array
  /** The provider that identified the signer, or the one whose signature is annulled; absent for mail. */
  readonly level?: ProviderLevel
}

/** A committed batch as it is kept until it is applied: which row gets which index. No names, no salts. */
export interface StagedBatch {
  readonly petitionId: string
  readonly before: Extent
  readonly after: Extent
  readonly leaves: readonly StagedLeaf[]
}

/** @throws ZodError, TlogError or BadEntry when the text is not a staged batch */
export function parseStaged(text: string): StagedBatch {
  const staged = stagedBatch.parse(JSON.parse(text))
  const leaves = staged.leaves.map((leaf) => {
    const bytes = fromBase64(leaf.entry)
    return { ...leaf, bytes, entry: parseEntry(bytes) }
  })
  return { ...staged, leaves }
}

export function formatStaged({ leaves, ...batch }: StagedBatch): string {
  const staged = leaves.map(({ index, key, at, bytes, level }) => ({
    ...{ index, key, at, entry: toBase64(bytes) },
    ...(level !== undefined && { level }),
  }))
  return JSON.stringify({ ...batch, leaves: staged } satisfies z.infer<typeof stagedBatch>)
}

export function stagedLeaf(
  { index, key, at }: Pick<StagedLeaf, 'index' | 'key' | 'at'>,
  entry: LogEntry,
  level?: ProviderLevel,
): StagedLeaf {
  return { index, key, at, entry, bytes: encodeEntry(entry), ...(level !== undefined && { level }) }
}

/** The extent of a log after these leaves, but for its root. */
export function tally(before: Extent, leaves: readonly StagedLeaf[]): Omit<Extent, 'root'> {
  const kinds = leaves.map((leaf) => leaf.entry.kind)
  const providers = countsAfter(before.providers, leaves)
  return {
    ...(providers && { providers }),
    size: before.size + leaves.length,
    signatures: before.signatures + kinds.filter((kind) => kind === 'signature').length,
    annulments: before.annulments + kinds.filter((kind) => kind === 'annulment').length,
  }
}

/** The signature of the batch that is the first to make `threshold` of those that stand, if one does (R7). */
export function leafThatMakes(threshold: number, batch: StagedBatch): StagedLeaf | undefined {
  let count = countOf(batch.before)
  return batch.leaves.find(({ entry }) => {
    if (entry.kind === 'annulment') count--
    if (entry.kind === 'signature') count++
    return entry.kind === 'signature' && count === threshold
  })
}

/** The batch's annulments. */
export function annulledIn(batch: StagedBatch): AnnulledLeaf[] {
  return batch.leaves.flatMap(({ index, entry }) =>
    entry.kind === 'annulment' && isAnnulmentGround(entry.ground)
      ? [{ index, target: entry.index, ground: entry.ground }]
      : [],
  )
}

/** Targets of the batch's erasures. */
export function erasedIn(batch: StagedBatch): number[] {
  return batch.leaves.flatMap(({ entry }) => (entry.kind === 'erasure' ? [entry.index] : []))
}
