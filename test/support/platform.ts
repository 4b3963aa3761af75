import { createHmac, randomBytes } from 'node:crypto'
import type { Clock } from '../../functions/ports/clock'
import type { KeyRing } from '../../functions/ports/key-ring'
import type { Queue } from '../../functions/ports/queue'
import { type Instant, instantOf } from '../../shared/calendar/day'

/** A clock that stands still until it is moved. */
export class HandClock implements Clock {
  #now: number
  constructor(now: Instant) {
    this.#now = Date.parse(now)
  }
  now(): Instant {
    return instantOf(this.#now)
  }
  set(now: Instant): void {
    this.#now = Date.parse(now)
  }
  forward(seconds: number): void {
    this.#now += seconds * 1000
  }
}

/** Derives keys as the product's key rings do, from a root of this process. */
export function memoryKeyRing(root: Uint8Array = randomBytes(32)): KeyRing {
  return { derive: async (label) => new Uint8Array(createHmac('sha256', root).update(label).digest()) }
}

/** Keeps what was sent, for a test to read. */
export class MemoryQueue<Message> implements Queue<Message> {
  readonly messages: Message[] = []
  async send(messages: readonly Message[]): Promise<void> {
    this.messages.push(...messages)
  }
}
