import { roomFor } from './growing'

/** More than this many suspicions are not looked into one by one. */
const SUSPICIONS = 1000

/**
 * Looks for values that occur twice among millions of hashes, in 8 bytes of memory a value: the first of each.
 * What begins alike is only a suspicion, to be confirmed by the caller on the whole values.
 */
export class Duplicates {
  private prefixes = new BigUint64Array(1024)
  private length = 0

  /** @param value a hash of at least 8 bytes */
  add(value: Uint8Array): void {
    this.prefixes = roomFor(this.prefixes, this.length + 1)
    this.prefixes[this.length++] = new DataView(value.buffer, value.byteOffset).getBigUint64(0)
  }

  /** Groups of values that begin alike, each value by its place in the order of adding, counted from 0. */
  suspicions(): number[][] {
    const repeated = this.repeatedPrefixes()
    if (repeated.size === 0) return []
    const groups = new Map<bigint, number[]>()
    for (let at = 0; at < this.length; at++) {
      const prefix = this.prefixes[at]!
      if (!repeated.has(prefix)) continue
      const group = groups.get(prefix)
      if (group) group.push(at)
      else groups.set(prefix, [at])
    }
    return [...groups.values()]
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
