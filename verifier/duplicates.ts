import { roomFor } from './growing'

/** More than this many suspicions are not looked into one by one. */
const SUSPICIONS = 1000

/**
 * Looks for values that occur twice among millions of hashes, in 16 bytes of memory a value: the first 8 bytes
 * of each, and its place. What begins alike is only a suspicion, to be confirmed by the caller on the whole values.
 */
export class Duplicates {
  private prefixes = new BigUint64Array(1024)
  private places = new BigUint64Array(1024)
  private length = 0

  /** @param value a hash of at least 8 bytes */
  add(value: Uint8Array, place: number): void {
    this.prefixes = roomFor(this.prefixes, this.length + 1)
    this.places = roomFor(this.places, this.length + 1)
    this.prefixes[this.length] = new DataView(value.buffer, value.byteOffset).getBigUint64(0)
    this.places[this.length++] = BigInt(place)
  }

  /** Groups of places, each in ascending order, whose values begin alike. */
  suspicions(): number[][] {
    const repeated = this.repeatedPrefixes()
    if (repeated.size === 0) return []
    const groups = new Map<bigint, number[]>()
    for (let at = 0; at < this.length; at++) {
      const prefix = this.prefixes[at]!
      if (!repeated.has(prefix)) continue
      const group = groups.get(prefix)
      if (group) group.push(Number(this.places[at]))
      else groups.set(prefix, [Number(this.places[at])])
    }
    return [...groups.values()].map((places) => places.sort((a, b) => a - b))
  }

  private repeatedPrefixes(): Set<bigint> {
    const sorted = this.prefixes.slice(0, this.length).sort()
    const repeated = new Set<bigint>()
    for (let at = 1; at < sorted.length && repeated.size < SUSPICIONS; at++) {
      if (sorted[at] === sorted[at - 1]) repeated.add(sorted[at]!)
    }
    return repeated
  }
}
