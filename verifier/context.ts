import type { Findings } from './findings'
import type { LogKeys, TrustedKey } from './key'
import type { Reader } from './reader'
import type { ReceiptInLog } from './receipt'
import type { Shown } from './shown'
import type { Tools } from './tools'

export interface VerifyOptions {
  readonly petitionId: string
  /** A key the reader was given or has kept; the site's own otherwise. */
  readonly key?: TrustedKey
  /** The checkpoint of an earlier run in which everything held, verbatim. */
  readonly kept?: string
  /** Roots of time-stamping authorities, PEM; the site's own otherwise. */
  readonly stampRoots?: string
  /** A receipt to look up in the log. */
  readonly receipt?: string
  /** Host from which the files come, where they come from a site. */
  readonly host?: string
  /** Waits a moment for a log that is just growing; without it, files are read again at once. */
  readonly pause?: () => Promise<void>
}

export interface Progress {
  readonly phase: 'entries' | 'stamps'
  readonly done: number
  readonly total: number
}

/** What every check of one run has at hand. */
export interface Context {
  readonly reader: Reader
  readonly tools: Tools
  readonly options: VerifyOptions
  readonly findings: Findings
  readonly shown: Shown
  readonly onProgress: (progress: Progress) => void
  /** Undefined where there is none to check by. */
  readonly keys: LogKeys | undefined
  readonly receipt: ReceiptInLog | undefined
}
