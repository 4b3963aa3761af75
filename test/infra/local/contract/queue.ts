import { describe, expect, test } from 'vitest'
import type { Queue } from '../../../../functions/ports/queue'

export interface TestQueue {
  readonly queue: Queue<{ readonly n: number }>
  /** Calls `handle` with each message as it comes, until `stop`. A message whose handling throws has failed. */
  consume(handle: (message: { n: number }) => Promise<void>): { stop(): Promise<void> }
  /** Messages set aside after their last receive. */
  deadLetters(): Promise<unknown[]>
  readonly maxReceives: number
}

/** What every implementation of the port must keep. `open` gives an empty queue. */
export function queueContract(open: () => Promise<TestQueue>): void {
  describe('queue', () => {
    test('each message comes at least once', async () => {
      const { queue, consume } = await open()
      const seen = new Set<number>()
      const consumer = consume(async ({ n }) => void seen.add(n))
      await queue.send(Array.from({ length: 25 }, (_, n) => ({ n })))
      await expect.poll(() => seen.size, { timeout: 10_000 }).toBe(25)
      await consumer.stop()
    })

    test('what was sent before anybody listened is not lost', async () => {
      const { queue, consume } = await open()
      await queue.send([{ n: 7 }])
      const seen: number[] = []
      const consumer = consume(async ({ n }) => void seen.push(n))
      await expect.poll(() => seen, { timeout: 10_000 }).toEqual([7])
      await consumer.stop()
    })

    test('sending nothing is allowed', async () => {
      const { queue } = await open()
      await queue.send([])
    })

    test('a failed message comes again, the others do not', async () => {
      const { queue, consume } = await open()
      const seen: number[] = []
      const consumer = consume(async ({ n }) => {
        seen.push(n)
        if (n === 1 && seen.filter((other) => other === 1).length === 1) throw new Error('not yet')
      })
      await queue.send([{ n: 0 }, { n: 1 }, { n: 2 }])
      await expect.poll(() => seen.toSorted(), { timeout: 10_000 }).toEqual([0, 1, 1, 2])
      await consumer.stop()
    })

    test('a message that fails to the last is set aside, and the rest goes on', async () => {
      const { queue, consume, deadLetters, maxReceives } = await open()
      const receives = new Map<number, number>()
      const consumer = consume(async ({ n }) => {
        receives.set(n, (receives.get(n) ?? 0) + 1)
        if (n === 13) throw new Error('never')
      })
      await queue.send([{ n: 13 }, { n: 14 }])
      await expect.poll(deadLetters, { timeout: 15_000 }).toEqual([{ n: 13 }])
      expect(receives.get(13)).toBe(maxReceives)
      expect(receives.get(14)).toBe(1)
      await consumer.stop()
    })
  })
}
