import type { Attacker } from './attacker'

/** One way to get signatures counted that no resident has given. */
export interface Strategy {
  readonly name: string
  /** What it tries, in a sentence. */
  readonly tries: string
  /** How many of 10,000 bots try it. */
  readonly bots: number
  /** What its owner has, for so many bots. */
  readonly owns: {
    readonly machines: number
    readonly mailboxes: string
    /** Processor time for proofs of work. */
    readonly cpuSeconds: number
  }
  /** Bots at work at the same time. */
  readonly atOnce: number
  /** Whether it takes hours: the stack's clock is moved on between its bots. */
  readonly hours?: number
  /** Whether it needs a real browser. */
  readonly browser?: boolean
  /** Prepares what its bots share. */
  begin(attacker: Attacker): Promise<Bots>
}

export interface Bots {
  /** What the n-th does. */
  bot(number: number): Promise<unknown>
  /** Lets go of what was prepared. */
  end?(): Promise<void>
}
