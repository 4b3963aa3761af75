import { dayOf, type Instant } from '../calendar/day'
import { ANNULMENT_GROUND_CODES, type AnnulledLeaf, type AnnulmentGround, WITHDRAWN } from '../log/annulment'

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

/**
 * Lines of one minute, the log's own grain of time, on one ground as one: what staff annulled in one act may have
 * come to the log in several batches. What signers withdrew, each by an act of their own, is one line a Kyiv day.
 * The earliest moment stays.
 */
export function merged<Line extends LedgerLine & { readonly at: Instant }>(lines: readonly Line[]): Line[] {
  const kept: Line[] = []
  for (const line of lines) {
    const place = kept.findIndex((one) => one.ground === line.ground && spanOf(one) === spanOf(line))
    const earlier = kept[place]
    if (earlier)
      kept[place] = { ...earlier, number: earlier.number + line.number, entries: joined(earlier, line) }
    else kept.push(line)
  }
  return kept
}

function spanOf({ at, ground }: { readonly at: Instant; readonly ground: AnnulmentGround }): string {
  return ground === WITHDRAWN ? dayOf(at) : at.slice(0, 16)
}

function joined(...lines: readonly LedgerLine[]): EntryRange[] {
  const ranges = lines.flatMap(({ entries }) => entries)
  return rangesOf(ranges.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, n) => from + n)))
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
