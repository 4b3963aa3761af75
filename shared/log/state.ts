import type { Instant } from '../calendar/day'
import type { ProviderCounts } from './levels'

/** How far a log goes, and what its entries are. */
export interface Extent {
  /** Leaves: indices 0 … size−1 are given. */
  readonly size: number
  /** Root of the tree over them, base64. */
  readonly root: string
  /** How many of the leaves are signatures. */
  readonly signatures: number
  /** How many annul one. */
  readonly annulments: number
  /** How many stand whose signers a provider identified; absent as long as all are by mail. */
  readonly providers?: ProviderCounts
}

/**
 * What of a petition's log is sequenced. One row a petition, changed by compare-and-swap only. The extent is
 * what is committed.
 */
export interface LogState extends Extent {
  /** Leaves whose tiles, rows, names and count are written. Behind `size` only while a batch is being applied. */
  readonly applied: number
  /** The public count: signatures less annulments, of the leaves applied. */
  readonly count: number
  /** `providers` of the leaves applied. */
  readonly standing?: ProviderCounts
  /** Grows by one with each change; 0 where there is no row yet. */
  readonly version: number
  /** Key of the staging object while `applied` is behind `size`. */
  readonly staging?: string
  readonly updatedAt?: Instant
}

/** SHA-256 of nothing (RFC 6962 §2.1). */
const EMPTY_ROOT = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='

export const EMPTY_LOG: LogState = {
  size: 0,
  root: EMPTY_ROOT,
  signatures: 0,
  annulments: 0,
  applied: 0,
  count: 0,
  version: 0,
}

/** A batch is committed and somebody still has to finish it; nothing new may be committed before. */
export function isPending(state: LogState): boolean {
  return state.applied !== state.size
}

/** Signatures that stand. */
export function countOf({ signatures, annulments }: Pick<Extent, 'signatures' | 'annulments'>): number {
  return signatures - annulments
}

/**
 * Leaves among which every signature is. Erasures come last, when nobody signs any more, but for those of names whose
 * signature was withdrawn: there are no more of these than annulments.
 */
export function leavesBeforeErasure({ applied, signatures, annulments }: LogState): number {
  return Math.min(applied, signatures + 2 * annulments)
}

/** What of an object holds of an extent, without the rest. */
export function extentOf({ size, root, signatures, annulments, providers }: Extent): Extent {
  return { size, root, signatures, annulments, ...(providers && { providers }) }
}
