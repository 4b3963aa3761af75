import { setTimeout as sleep } from 'node:timers/promises'

const TICK_MS = 25

export interface Pace {
  readonly number: number
  /** Over which they are spread. */
  readonly seconds: number
  readonly atOnce: number
}

/** Sends a number on their way, spread evenly, and no more at once; resolves when all have arrived. */
export async function pace(
  { number, seconds, atOnce }: Pace,
  step: (n: number) => Promise<unknown>,
): Promise<void> {
  const began = performance.now()
  const onWay = new Set<Promise<unknown>>()
  for (let next = 0; next < number; ) {
    const due = (number * (performance.now() - began)) / (seconds * 1000)
    while (next < number && next <= due && onWay.size < atOnce) {
      const walk: Promise<unknown> = step(next++).finally(() => onWay.delete(walk))
      onWay.add(walk)
    }
    await sleep(TICK_MS)
  }
  await Promise.all(onWay)
}
