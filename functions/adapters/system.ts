import { randomFillSync } from 'node:crypto'
import type { Clock } from '../ports/clock'
import type { Random } from '../ports/random'

export const systemClock: Clock = { now: () => new Date().toISOString() }

export const systemRandom: Random = { bytes: (length) => randomFillSync(new Uint8Array(length)) }
