import type { Locale } from '../../../shared/locale'
import type { FindingStatus } from '../../../verifier/finding'
import type { Verdict } from '../../../verifier/report'

/** What this browser keeps of a log in which everything held. */
export interface Kept {
  /** Verbatim. */
  readonly checkpoint: string
  /** Verifier key that has signed it (C2SP signed-note). */
  readonly key: string
}

/** What the page asks its worker to verify: a petition's log, a receipt, or a receipt of this very petition. */
export interface Job {
  readonly locale: Locale
  readonly petitionId?: string
  readonly receipt?: string
  /** Verifier key of the site, as its page shows it. */
  readonly siteKey: string
  /** By petition; a receipt tells only when it is read of which it is. */
  readonly kept: Readonly<Record<string, Kept>>
  /** The reader has agreed to a large download. */
  readonly large: boolean
  /** Addresses of scripts that are loaded only where they are needed. */
  readonly timestamps: string
  readonly edwards: string
}

export interface Sentence {
  readonly status: FindingStatus
  readonly text: string
}

/** What came of it, in the reader's language. */
export interface Outcome {
  readonly verdict: Verdict
  readonly headline: string
  readonly sentences: readonly Sentence[]
  readonly petitionId?: string
  readonly title?: string
  readonly keep?: Kept
}

/** What the worker tells the page, in the order of events; the last is an outcome, a question or a failure. */
export type News =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'receipt-holds' }
  | { readonly kind: 'large'; readonly entries: number; readonly megabytes: number }
  | { readonly kind: 'elsewhere'; readonly host: string }
  | { readonly kind: 'failure'; readonly reason: 'unreachable' | 'noLog' | 'broken' }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
