import type { Day, Instant } from '../calendar/day'
import type { ProviderLevel } from '../identity/identified-person'
import type { Sha256 } from '../tlog/hash'
import type { AnnulmentGround } from './annulment'
import { nameCommitment, personCommitment } from './commitment'
import { type LogEntry, timeOf } from './entry'

interface Candidacy {
  /** Sort key of the row (`row-key.ts`); a signature's is its person key (nullifier), base64url. */
  readonly key: string
  /** When the signature was confirmed, or the other entry was asked for. */
  readonly at: Instant
}

/** A signature ready for the log, without its place in it. */
export interface SignatureCandidate extends Candidacy {
  readonly kind: 'signature'
  /** Full name in NFC. */
  readonly name: string
  /** Kyiv day of signing, as published. */
  readonly date: Day
  /** 32 bytes each, behind the commitments. */
  readonly nameSalt: Uint8Array
  readonly personSalt: Uint8Array
  /** 32 bytes. */
  readonly nullifier: Uint8Array
  /** The provider that identified the signer; absent where that was by mail. No entry says it. */
  readonly level?: ProviderLevel
}

export interface AnnulmentCandidate extends Candidacy {
  readonly kind: 'annulment'
  /** Index of the signature that it annuls. */
  readonly target: number
  readonly ground: AnnulmentGround
}

export interface ErasureCandidate extends Candidacy {
  readonly kind: 'erasure'
  /** Index of the signature whose name is no longer kept. */
  readonly target: number
}

export type Candidate = SignatureCandidate | AnnulmentCandidate | ErasureCandidate

interface Place {
  readonly index: number
}

/** A candidate in its place. */
export type Leaf = Candidate & Place
export type SignatureLeaf = SignatureCandidate & Place

/** Oldest first; of one millisecond, by key: the same candidates always make the same batch. */
export function byMoment(a: Candidacy, b: Candidacy): number {
  return compare(a.at, b.at) || compare(a.key, b.key)
}

/** Places candidates after the `size` leaves that are there. */
export function leavesAfter(size: number, candidates: readonly Candidate[]): Leaf[] {
  return [...candidates].sort(byMoment).map((candidate, place) => ({ ...candidate, index: size + place }))
}

/** What the log says of a candidate. @param text hash of the text that was signed */
export function entryOf(sha256: Sha256, text: Uint8Array, candidate: Candidate): LogEntry {
  const time = timeOf(candidate.at)
  if (candidate.kind === 'signature') {
    const name = nameCommitment(sha256, candidate.nameSalt, candidate.name, candidate.date)
    const person = personCommitment(sha256, candidate.personSalt, candidate.nullifier)
    return { kind: 'signature', time, text, name, person }
  }
  const { target: index } = candidate
  if (candidate.kind === 'erasure') return { kind: 'erasure', time, index }
  return { kind: 'annulment', time, index, ground: candidate.ground }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
