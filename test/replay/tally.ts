const KEPT_FAILURES = 12

/** What the residents did and what they were answered. */
export class Tally {
  confirmed = 0
  failed = 0
  /** Repeats and misuses that were answered as they must. */
  readonly repeats = { right: 0, wrong: 0 }
  readonly misuses = { right: 0, wrong: 0 }
  /** What went otherwise than it must, the first few of each kind. */
  readonly differences: string[] = []
  readonly #confirmedAt: string[]

  constructor(signatures: number) {
    this.#confirmedAt = Array(signatures)
  }

  confirm(number: number, at: string): void {
    if (this.#confirmedAt[number] !== undefined) this.#differ('confirmed twice')
    this.#confirmedAt[number] = at
    this.confirmed++
  }

  /** When this resident's signature was confirmed, as the site said. */
  confirmedAt(number: number): string | undefined {
    return this.#confirmedAt[number]
  }

  repeat(how: string, same: boolean): void {
    this.repeats[same ? 'right' : 'wrong']++
    if (!same) this.#differ(`signing again by ${how}: another signature`)
  }

  /** @param outcome true when it was refused as it must be, else what was answered */
  misuse(name: string, outcome: true | string): void {
    this.misuses[outcome === true ? 'right' : 'wrong']++
    if (outcome !== true) this.#differ(`${name}: answered ${outcome}`)
  }

  fail(error: unknown): void {
    this.failed++
    this.#differ(`a resident could not sign: ${error instanceof Error ? error.message : String(error)}`)
  }

  #differ(what: string): void {
    if (this.differences.length < KEPT_FAILURES) this.differences.push(what)
  }
}
