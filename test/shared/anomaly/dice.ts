/** Chance that is the same in every run (mulberry32). */
export class Dice {
  #state: number

  constructor(seed: number) {
    this.#state = seed
  }

  /** From 0 to less than 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  below(n: number): number {
    return Math.floor(this.fraction() * n)
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!
  }

  /** From 0 to less than n, each place about as often as its rank says (Zipf). */
  zipf(n: number): number {
    return Math.min(n - 1, Math.floor((n + 1) ** this.fraction()) - 1)
  }
}
