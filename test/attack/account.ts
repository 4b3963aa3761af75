/** What a strategy has spent and met. */
export class Account {
  /** Bots that have begun. */
  bots = 0
  /** Bots that stopped because their processor time was spent. */
  exhausted = 0
  /** Requests sent, and the forms and presses among them. */
  requests = 0
  attempts = 0
  proofs = 0
  cpuMs = 0
  /** By the problem's code, or the status where there is none. */
  readonly refused = new Map<string, number>()
  readonly failures: string[] = []

  refuse(code: string): void {
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1)
  }

  /** A bot that met what it did not foresee; the first few are told. */
  fail(error: unknown): void {
    this.refuse('(bot failed)')
    if (this.failures.length < MOST_TOLD) this.failures.push(String(error))
  }
}

const MOST_TOLD = 5
