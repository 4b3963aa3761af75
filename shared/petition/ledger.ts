import { ANNULMENT_GROUND_CODES, type AnnulledLeaf, type AnnulmentGround } from '../log/annulment'

/** Neighbouring entries of a log, both ends included. */
export interface EntryRange {
  readonly from: number
  readonly to: number
}

/** What one batch annulled on one ground: how many signatures, and which entries of the log say so. */
export interface LedgerLine {
  readonly ground: AnnulmentGround
  readonly number: number
  readonly entries: readonly EntryRange[]
}

export type Ledger = readonly LedgerLine[]

/** The annulments of a batch by ground, in the order of the table of grounds. */
export function ledgerOf(annulled: readonly AnnulledLeaf[]): Ledger {
  return ANNULMENT_GROUND_CODES.flatMap((ground) => {
    const indices = annulled.filter((leaf) => leaf.ground === ground).map((leaf) => leaf.index)
    return indices.length === 0 ? [] : [{ ground, number: indices.length, entries: rangesOf(indices) }]
  })
}

/** Whole numbers as ranges: 4, 5, 6, 9 → 4–6, 9–9. */
export function rangesOf(numbers: readonly number[]): EntryRange[] {
  const ranges: { from: number; to: number }[] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last.to === number - 1) last.to = number
    else ranges.push({ from: number, to: number })
  }
  return ranges
}
