import { roomFor } from './growing'

const SIGNATURE = 1
const ANNULLED = 2
const ERASED = 4
const LISTED = 8
const NAMED = 16
const MARKED = 32
const UNKNOWN = 64

/** What became of an annulment or erasure; `unknown` where the entry it is about could not be read. */
export type Outcome = 'done' | 'nothing' | 'repeated' | 'unknown'

/** What is known of each entry, in one byte: what the log says of it and what the names files say. */
export class Signers {
  private flags = new Uint8Array(4096)
  private length = 0
  signatures = 0
  annulments = 0
  erasures = 0
  names = 0

  get size(): number {
    return this.length
  }

  get count(): number {
    return this.signatures - this.annulments
  }

  get tally() {
    const { signatures, annulments, erasures, count } = this
    return { signatures, annulments, erasures, count }
  }

  addSignature(): void {
    this.add(SIGNATURE)
    this.signatures++
  }

  addOther(): void {
    this.add(0)
  }

  /** An entry that could not be read: nothing is said of it. */
  addUnknown(): void {
    this.add(UNKNOWN)
  }

  annul(target: number): Outcome {
    const outcome = this.mark(target, ANNULLED)
    if (outcome === 'done') this.annulments++
    return outcome
  }

  erase(target: number): Outcome {
    const outcome = this.mark(target, ERASED)
    if (outcome === 'done') this.erasures++
    return outcome
  }

  /** Indices of signatures by their places among the signatures; both in ascending order. */
  indicesOf(places: readonly number[]): number[] {
    const indices: number[] = []
    let place = -1
    for (let index = 0; index < this.length && indices.length < places.length; index++) {
      if (this.isSignature(index) && ++place === places[indices.length]) indices.push(index)
    }
    return indices
  }

  isSignature(index: number): boolean {
    return this.is(index, SIGNATURE)
  }

  isAnnulled(index: number): boolean {
    return this.is(index, ANNULLED)
  }

  isErased(index: number): boolean {
    return this.is(index, ERASED)
  }

  /** What a names file says of an entry. */
  list(index: number, { named, annulled }: { readonly named: boolean; readonly annulled: boolean }): void {
    this.flags[index]! |= LISTED | (named ? NAMED : 0) | (annulled ? MARKED : 0)
    if (named) this.names++
  }

  /** Forgets what a names file said, so that it can be read anew. */
  unlist(index: number): void {
    if (this.isNamed(index)) this.names--
    this.flags[index]! &= ~(LISTED | NAMED | MARKED)
  }

  isListed(index: number): boolean {
    return this.is(index, LISTED)
  }

  isNamed(index: number): boolean {
    return this.is(index, NAMED)
  }

  /** Marked as annulled in the names file. */
  isMarked(index: number): boolean {
    return this.is(index, MARKED)
  }

  private add(flag: number): void {
    this.flags = roomFor(this.flags, this.length + 1)
    this.flags[this.length++] = flag
  }

  private mark(target: number, flag: number): Outcome {
    if (this.is(target, UNKNOWN)) return 'unknown'
    if (!this.isSignature(target)) return 'nothing'
    if (this.is(target, flag)) return 'repeated'
    this.flags[target]! |= flag
    return 'done'
  }

  private is(index: number, flag: number): boolean {
    return index < this.length && (this.flags[index]! & flag) !== 0
  }
}
