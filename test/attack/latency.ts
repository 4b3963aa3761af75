import { quantile } from '../bench/figures'

/** What a resident waits for. */
export const STEPS = ['page', 'challenge', 'form', 'link', 'button'] as const
export type Step = (typeof STEPS)[number]

export interface Latency {
  readonly p50: number
  readonly p99: number
}

/** Milliseconds that residents waited for answers, by step. */
export class Latencies {
  readonly #waited = new Map<Step, number[]>()

  add(step: Step, ms: number): void {
    const all = this.#waited.get(step) ?? []
    this.#waited.set(step, all)
    all.push(ms)
  }

  get(step: Step): Latency {
    const all = this.#waited.get(step) ?? []
    return { p50: Math.round(quantile(all, 0.5)), p99: Math.round(quantile(all, 0.99)) }
  }
}
