import type { Instant } from '../../shared/calendar/day'

/** One counter: what is counted, and in which stretch of time. */
export interface Meter {
  readonly scope: 'address' | 'ip' | 'network' | 'domain' | 'petition' | 'key'
  /** Hash of what is counted; nothing can be read from it. */
  readonly hash: string
  /** Beginning of the stretch. */
  readonly window: Instant
  readonly limit: number
  /** From then on the counter is of no use. */
  readonly expiresAt: Instant
}

/** Counters that refuse beyond a limit. */
export interface Throttle {
  /** Counts one. @returns false, counting nothing, when the limit is reached */
  count(meter: Meter): Promise<boolean>
  /**
   * Counts one and marks the challenge as answered, in one step.
   * @returns `used`, counting nothing, when it was answered before
   */
  countOnce(meter: Meter, challengeId: string): Promise<'counted' | 'over-limit' | 'used'>
  /** How far each counter is, in their order; what was counted just now may be missing. */
  read(meters: readonly Meter[]): Promise<number[]>
}
