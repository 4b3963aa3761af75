/** What must never happen and did, each with what to look at. */
export class Violations {
  readonly #found: string[] = []

  get found(): readonly string[] {
    return this.#found
  }

  /** Notes a violation unless `holds`. */
  check(holds: boolean, what: () => string): void {
    if (!holds) this.#found.push(what())
  }

  add(what: string): void {
    this.#found.push(what)
  }

  /** Carries out a check that may itself fail, which counts as a violation too. */
  async during(what: string, check: () => Promise<void>): Promise<void> {
    try {
      await check()
    } catch (error) {
      this.#found.push(`${what}: ${(error as Error).message}`)
    }
  }
}
