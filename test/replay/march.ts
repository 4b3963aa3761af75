import { setTimeout as sleep } from 'node:timers/promises'
import type { Curve } from './curve'

export interface MarchOptions {
  readonly curve: Curve
  readonly people: number
  readonly minutes: number
  /** What a resident does; never rejects. */
  readonly step: (number: number) => Promise<void>
  /** Called a few times a second. */
  readonly tell: (progress: { readonly due: number; readonly minute: number }) => void
}

/** People on their way at once: enough to keep the stack busy, few enough to bound memory. */
const MOST_AT_ONCE = 250
/** Starts within one minute of the clock; the product lets 12,000 requests a minute through. */
const MOST_PER_MINUTE = 10_000
const TICK_MS = 25
const TELL_MS = 250

/** Sends people on their way as the curve has it, as far as the stack keeps up; resolves when all have arrived. */
export async function march({ curve, people, minutes, step, tell }: MarchOptions): Promise<void> {
  const began = performance.now()
  const onWay = new Set<Promise<void>>()
  const gate = new MinuteGate(MOST_PER_MINUTE)
  let started = 0
  let told = 0
  while (started < people || onWay.size > 0) {
    const minute = (performance.now() - began) / 60_000
    const due = Math.floor(people * curve.at(Math.min(minute / minutes, 1)))
    while (started < due && onWay.size < MOST_AT_ONCE && gate.pass()) {
      const walk: Promise<void> = step(started++).finally(() => onWay.delete(walk))
      onWay.add(walk)
    }
    if (performance.now() - told > TELL_MS) {
      told = performance.now()
      tell({ due, minute })
    }
    await sleep(TICK_MS)
  }
}

/** Lets a number through in each minute of the clock, as the product's own limit counts. */
class MinuteGate {
  readonly #limit: number
  #minute = 0
  #passed = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  pass(): boolean {
    const minute = Math.floor(Date.now() / 60_000)
    if (minute !== this.#minute) {
      this.#minute = minute
      this.#passed = 0
    }
    return this.#passed < this.#limit && ++this.#passed > 0
  }
}
