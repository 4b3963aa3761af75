import {
  createHmac,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from 'node:crypto'
import { rawPublicKey } from '../../functions/adapters/ed25519'
import { keyRing } from '../../functions/adapters/key-ring'
import type { Clock } from '../../functions/ports/clock'
import type { KeyRing } from '../../functions/ports/key-ring'
import type { LogSigner } from '../../functions/ports/log-signer'
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

/** Derives keys as the product's key rings do, from roots of this process, the one in force first. */
export function memoryKeyRing(...roots: Uint8Array[]): KeyRing {
  const all = roots.length > 0 ? roots : [randomBytes(32)]
  return keyRing(all.map((root) => async (label) => createHmac('sha256', root).update(label).digest()))
}

/** Signs with an Ed25519 key of this process. */
export function memoryLogSigner(
  privateKey: KeyObject = generateKeyPairSync('ed25519').privateKey,
): LogSigner {
  const publicKey = rawPublicKey(createPublicKey(privateKey))
  return {
    publicKey: async () => publicKey,
    sign: async (message) => new Uint8Array(sign(null, message, privateKey)),
  }
}

/** Keeps what was sent, for a test to read. */
export class MemoryQueue<Message> implements Queue<Message> {
  readonly messages: Message[] = []
  async send(messages: readonly Message[]): Promise<void> {
    this.messages.push(...messages)
  }
}
