import { type Day, dayOf, type Instant } from '../calendar/day'

/** A signature ready for the log, without its place in it. */
export interface Candidate {
  /** Person key (nullifier), base64url: sort key of the signature's row. */
  readonly key: string
  /** Full name in NFC. */
  readonly name: string
  readonly confirmedAt: Instant
  /** 32 bytes behind the name's commitment. */
  readonly nameSalt: Uint8Array
}

/** A signature in its place. */
export interface Leaf extends Candidate {
  readonly index: number
  /** Kyiv day of signing, as published. */
  readonly date: Day
}

type Placed = Pick<Candidate, 'confirmedAt' | 'key'>

/** Oldest first; of one millisecond, by key: the same candidates always make the same batch. */
export function byConfirmation(a: Placed, b: Placed): number {
  return compare(a.confirmedAt, b.confirmedAt) || compare(a.key, b.key)
}

/** Places candidates after the `size` leaves that are there. */
export function leavesAfter(size: number, candidates: readonly Candidate[]): Leaf[] {
  return [...candidates].sort(byConfirmation).map((candidate, place) => leafAt(size + place, candidate))
}

export function leafAt(index: number, candidate: Candidate): Leaf {
  return { ...candidate, index, date: dayOf(candidate.confirmedAt) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
