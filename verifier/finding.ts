import type { Day, Instant } from '../shared/calendar/day'

/** `noted` is worth knowing and no flaw; `skipped` is what could not be checked with what was at hand. */
export type FindingStatus = 'ok' | 'noted' | 'skipped' | 'failed'

type None = Readonly<Record<never, never>>
interface AtFile {
  readonly path: string
}
interface AtEntry {
  /** Place in the log, counted from 0; people are shown it counted from 1. */
  readonly index: number
}
interface Stamp {
  /** Leaves of the checkpoint that was stamped. */
  readonly size: number
}

/** Everything the verifier can say, with what each statement speaks of. Codes are stable. */
export interface FindingFacts {
  // The key and the checkpoint
  'key-given': { readonly key: string }
  'key-kept': { readonly key: string }
  'key-first-use': { readonly key: string }
  'key-missing': AtFile
  'key-malformed': AtFile
  'key-changed': { readonly kept: string; readonly now: string }
  'checkpoint-signed': { readonly size: number; readonly name: string }
  'checkpoint-malformed': AtFile
  'checkpoint-of-another-log': { readonly origin: string; readonly expected: string }
  'checkpoint-unsigned': { readonly name: string }
  'checkpoint-signature-wrong': { readonly name: string }
  'checkpoint-signature-by-another-key': { readonly name: string }
  'checkpoint-signed-twice': { readonly name: string }
  'checkpoint-signature-unknown': { readonly name: string }
  'checkpoint-site-name-unsigned': { readonly name: string }
  'served-elsewhere': { readonly origin: string; readonly host: string }
  // The tree
  'tree-rebuilt': { readonly size: number; readonly root: string }
  'root-differs': { readonly size: number; readonly stated: string; readonly computed: string }
  'tree-not-rebuilt': { readonly size: number }
  'tiles-agree': { readonly count: number }
  'file-missing': AtFile & AtEntry
  'file-too-large': AtFile
  'bundle-malformed': AtFile & AtEntry
  'entry-differs': AtFile & AtEntry
  'tile-malformed': AtFile & AtEntry
  'tile-differs': AtFile & AtEntry
  'kept-agrees': { readonly size: number }
  'kept-none': None
  'kept-malformed': None
  'kept-uncompared': { readonly size: number }
  'tree-shrunk': { readonly kept: number; readonly now: number }
  'tree-vanished': { readonly kept: number }
  'tree-forked': { readonly size: number }
  // Entries
  'entries-sound': { readonly signatures: number; readonly annulments: number; readonly erasures: number }
  'entry-malformed': AtEntry
  'text-same': None
  'text-differs': AtEntry
  'text-unpublished': None
  'time-goes-back': AtEntry & { readonly minutes: number }
  'entry-after-close': AtEntry & { readonly closesAt: Instant }
  'entry-before-publication': AtEntry & { readonly publishedAt: Instant }
  'annulment-of-nothing': AtEntry & { readonly target: number }
  'annulment-repeated': AtEntry & { readonly target: number }
  'erasure-of-nothing': AtEntry & { readonly target: number }
  'erasure-repeated': AtEntry & { readonly target: number }
  // Names
  'names-agree': { readonly names: number; readonly erased: number }
  'names-missing': AtFile
  'names-malformed': AtFile
  'name-missing': AtFile & AtEntry
  'name-differs': AtFile & AtEntry
  'name-date-differs': AtFile & AtEntry & { readonly date: Day; readonly signedOn: Day }
  'name-of-nothing': AtFile & AtEntry
  'name-of-erased': AtFile & AtEntry
  'name-repeated': AtFile & AtEntry
  'name-wrongly-annulled': AtFile & AtEntry
  'name-not-annulled': AtFile & AtEntry
  namesakes: { readonly count: number }
  // Duplicates
  'no-duplicates': { readonly signatures: number }
  'person-repeated': AtEntry & { readonly first: number }
  'name-seal-repeated': AtEntry & { readonly first: number }
  // What the site shows
  'count-agrees': { readonly count: number; readonly size: number }
  'count-differs': AtFile & { readonly shown: number; readonly counted: number; readonly size: number }
  'count-ahead': AtFile & { readonly shown: number; readonly size: number; readonly now: number }
  'count-missing': AtFile
  'count-malformed': AtFile
  'petition-missing': AtFile
  'petition-malformed': AtFile
  'threshold-agrees': AtEntry & { readonly at: Instant; readonly threshold: number }
  'threshold-not-met': { readonly count: number; readonly threshold: number }
  'threshold-differs': AtEntry & { readonly at: Instant; readonly shown: Instant }
  'threshold-unshown': AtEntry & { readonly at: Instant; readonly threshold: number }
  'threshold-claimed': { readonly shown: Instant; readonly count: number; readonly threshold: number }
  // Time stamps
  'stamps-hold': {
    readonly count: number
    readonly first: Instant
    readonly last: Instant
    readonly authority: string
  }
  'stamps-none': None
  'stamps-roots-missing': None
  'stamps-roots-malformed': None
  'stamps-roots-of-site': None
  'stamps-index-malformed': AtFile
  'stamp-missing': AtFile & Stamp
  'stamp-checkpoint-wrong': AtFile & Stamp
  'stamp-forked': AtFile & Stamp
  'stamp-beyond-log': AtFile & Stamp & { readonly now: number }
  'stamp-malformed': AtFile & Stamp
  'stamp-refused': AtFile & Stamp
  'stamp-of-other-data': AtFile & Stamp
  'stamp-by-unknown-authority': AtFile & Stamp
  'stamp-by-wrong-certificate': AtFile & Stamp
  'stamp-expired-certificate': AtFile & Stamp
  'stamp-signature-wrong': AtFile & Stamp
  'stamp-before-entry': AtEntry & Stamp & { readonly time: Instant; readonly stampedAt: Instant }
  // A receipt
  'receipt-malformed': None
  'receipt-of-another-petition': { readonly origin: string; readonly expected: string }
  'receipt-unsigned': { readonly name: string }
  'receipt-proof-wrong': AtEntry
  'receipt-entry-malformed': AtEntry
  'receipt-holds': AtEntry & { readonly size: number; readonly time: Instant; readonly origin: string }
  'receipt-without-key': None
  'receipt-in-log': AtEntry & { readonly name: string }
  'receipt-in-log-nameless': AtEntry
  'receipt-annulled': AtEntry & { readonly by: number; readonly ground: string; readonly time: Instant }
  'receipt-erased': AtEntry
  'receipt-not-in-log': AtEntry
  'receipt-beyond-log': AtEntry & { readonly size: number; readonly now: number }
  'receipt-forked': { readonly size: number }
}

export type FindingCode = keyof FindingFacts

/** Codes that are not flaws; every other one is. */
const NOT_FAILED: Readonly<Partial<Record<FindingCode, Exclude<FindingStatus, 'failed'>>>> = {
  'key-given': 'ok',
  'key-kept': 'ok',
  'key-first-use': 'noted',
  'checkpoint-signed': 'ok',
  'checkpoint-signature-unknown': 'noted',
  'checkpoint-site-name-unsigned': 'noted',
  'served-elsewhere': 'noted',
  'tree-rebuilt': 'ok',
  'tree-not-rebuilt': 'skipped',
  'tiles-agree': 'ok',
  'kept-agrees': 'ok',
  'kept-none': 'noted',
  'kept-malformed': 'skipped',
  'kept-uncompared': 'skipped',
  'entries-sound': 'ok',
  'text-same': 'ok',
  'text-unpublished': 'skipped',
  'time-goes-back': 'noted',
  'names-agree': 'ok',
  namesakes: 'noted',
  'no-duplicates': 'ok',
  'count-agrees': 'ok',
  'count-missing': 'skipped',
  'petition-missing': 'skipped',
  'threshold-agrees': 'ok',
  'threshold-not-met': 'ok',
  'stamps-hold': 'ok',
  'stamps-none': 'noted',
  'stamps-roots-missing': 'skipped',
  'stamps-roots-of-site': 'noted',
  'receipt-holds': 'ok',
  'receipt-without-key': 'skipped',
  'receipt-in-log': 'ok',
  'receipt-in-log-nameless': 'ok',
  'receipt-annulled': 'noted',
  'receipt-erased': 'noted',
}

/** One statement of the verifier. */
export type Finding = {
  [Code in FindingCode]: {
    readonly code: Code
    readonly status: FindingStatus
    readonly facts: FindingFacts[Code]
    /** Further ones of the same code that are not listed. */
    readonly more?: number
  }
}[FindingCode]

export function statusOf(code: FindingCode): FindingStatus {
  return NOT_FAILED[code] ?? 'failed'
}
