import * as z from 'zod'
import type { Leaf } from './leaf'

const stagedBatch = z.object({
  petitionId: z.string(),
  leaves: z
    .array(z.object({ index: z.number().int().min(0), key: z.string(), confirmedAt: z.string() }))
    .min(1),
})

/** A committed batch as it is kept until it is applied: which row gets which index. No names, no salts. */
export type StagedBatch = z.infer<typeof stagedBatch>
export type StagedLeaf = StagedBatch['leaves'][number]

export function stage(petitionId: string, leaves: readonly Leaf[]): StagedBatch {
  return { petitionId, leaves: leaves.map(({ index, key, confirmedAt }) => ({ index, key, confirmedAt })) }
}

/** @throws ZodError when the text is not a staged batch */
export function parseStaged(text: string): StagedBatch {
  return stagedBatch.parse(JSON.parse(text))
}

/** The leaf that makes `threshold` signatures, if it is in this batch (R7). */
export function leafThatMakes(threshold: number, batch: StagedBatch): StagedLeaf | undefined {
  return batch.leaves.find((leaf) => leaf.index === threshold - 1)
}
