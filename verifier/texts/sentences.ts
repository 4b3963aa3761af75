import type { FindingCode, FindingFacts } from '../finding'
import type { Tally } from '../report'
import type { Speech } from './speech'

/** One plain sentence for each thing the verifier can say. */
export type Sentences = {
  readonly [Code in FindingCode]: (facts: FindingFacts[Code], say: Speech) => string
}

/** What is said first, over all findings. */
export interface Verdicts {
  readonly holds: (tally: Tally, say: Speech) => string
  /** Something was skipped. */
  readonly holdsInPart: (tally: Tally, say: Speech) => string
  readonly fails: (flaws: number, say: Speech) => string
  readonly receiptHolds: string
  readonly receiptFails: string
  readonly receiptUnchecked: string
  /** Further flaws of a kind that are not listed. */
  readonly more: (n: number, say: Speech) => string
  readonly moreNoted: (n: number, say: Speech) => string
}
