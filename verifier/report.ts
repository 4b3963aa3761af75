import type { Finding } from './finding'

/** `unchecked`: the receipt or log is not at fault, but something needed to tell was not at hand. */
export type Verdict = 'holds' | 'fails' | 'unchecked'

/** What the log came to. */
export interface Tally {
  /** Entries of all kinds. */
  readonly size: number
  readonly signatures: number
  readonly annulments: number
  readonly erasures: number
  /** Signatures less annulments: the number that people are shown. */
  readonly count: number
}

export interface Report {
  readonly petitionId: string
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly title?: string
  /** Absent where the log could not be read to its end. */
  readonly tally?: Tally
  /** What to keep for the next run, where everything holds. */
  readonly keep?: { readonly checkpoint: string; readonly key: string }
}
