import { createHash } from 'node:crypto'
import { sequenceSignatures } from '../../../../functions/actions/sequence-signatures'
import type { SequencingDeps } from '../../../../functions/actions/sequencing'
import { sha256 } from '../../../../functions/adapters/sha256'
import { IDENTITIES, type Identity } from '../../../../shared/community/settings'
import type { AnnulledBatch } from '../../../../shared/log/annulment'
import type { LogRow } from '../../../../shared/log/candidate'
import { annulmentKey, erasureKey, kindOfKey } from '../../../../shared/log/row-key'
import type { MemoryLog } from '../../../support/memory-log'
import { MemoryObjects } from '../../../support/memory-objects'
import { memoryLogSigner } from '../../../support/platform'
import { publishedPetition } from '../../../support/published-petition'
import type { Dice } from './dice'
import { Public } from './public'
import { verdict } from './verdict'

export const PETITION = 'model'
const NOW = '2026-03-03T00:00:00.000Z'
const signer = memoryLogSigner()

export interface ThresholdCall {
  readonly count: number
  readonly at: string
  readonly index: number
}

/** Everything outside the workers, and what must always hold of it. */
export class World {
  readonly objects = new MemoryObjects()
  readonly thresholdCalls: ThresholdCall[] = []
  readonly annulmentCalls: AnnulledBatch[] = []
  readonly violations: string[] = []
  /** Sizes that were committed, in their order. */
  readonly sizes: number[] = [0]
  readonly deps: SequencingDeps
  readonly published: Public

  constructor(
    readonly log: MemoryLog,
    readonly threshold: number,
  ) {
    const petition = publishedPetition(PETITION, threshold)
    this.published = new Public(this.objects, signer, petition.logOrigin!, this.violations)
    this.deps = {
      clock: { now: () => NOW },
      random: { bytes: (length) => new Uint8Array(length) },
      sha256,
      signer,
      log,
      objects: this.objects,
      petitions: { load: async () => petition },
      metrics: { count: () => {} },
      reachThreshold: async (_id, count, at, index) => void this.thresholdCalls.push({ count, at, index }),
      recordAnnulments: async (_id, batch) => void this.annulmentCalls.push(batch),
    }
  }

  /** Starts with `size` signatures sequenced, so that a batch can cross from one tile to the next. */
  async begin(size: number): Promise<void> {
    for (let number = 0; number < size; number++) this.write(soundRow(`early-${number}`, 0))
    await sequenceSignatures(this.deps, PETITION, [...this.log.asked.keys()])
    await this.watch()
  }

  /** Writes a signature or, once there are some, asks to annul or erase one. @returns the key of its row */
  ask(number: number, dice: Dice): string {
    const placed = [...this.log.asked.values()].flatMap(({ index }) => index ?? [])
    if (placed.length > 0 && dice.chance(0.3)) {
      const target = dice.chance(0.1) ? 900_000 + number : dice.pick(placed)
      return this.write(
        dice.chance(0.6)
          ? { key: annulmentKey(target), target, at: NOW, ground: 'duplicate' }
          : { key: erasureKey(target), target, at: NOW },
      )
    }
    const row = soundRow(`${dice.below(1e6)}-${number}`, dice.below(1000))
    const { person: _, ...nameless } = row
    return this.write(dice.chance(0.08) ? nameless : row)
  }

  /** A row of this key that is there already stays. */
  private write(row: LogRow): string {
    if (!this.log.asked.has(row.key)) this.log.asked.set(row.key, row)
    return row.key
  }

  /** Called after each step: what was shown to readers never goes back, and the gate keeps its promise. */
  async watch(): Promise<void> {
    const { size, applied } = this.log.current
    if (size !== this.sizes.at(-1)) this.sizes.push(size)
    this.erase(applied)
    await this.published.watch(this.log.current)
  }

  /** What an applied erasure is about is deleted from its row, as the product does. */
  private erase(applied: number) {
    for (const { key, index, target } of this.log.asked.values()) {
      if (kindOfKey(key) !== 'erasure' || index === undefined || index >= applied) continue
      const row = [...this.log.asked.values()].find((one) => one.index === target)
      if (row?.person) this.log.asked.set(row.key, { key: row.key, index: row.index! })
    }
  }

  /** Called when all has come to rest. */
  async judge(): Promise<string[]> {
    await this.watch()
    return [...this.violations, ...verdict(this)]
  }
}

function soundRow(name: string, minutes: number) {
  const confirmedAt = new Date(Date.UTC(2026, 2, 2) + minutes * 60_000).toISOString()
  const person = { surname: `Підписант-${name}`, givenName: 'Олена' }
  const key = createHash('sha256').update(name).digest('base64url')
  return { key, person, confirmedAt, nameSalt: SALT, personSalt: SALT, level: levelOf(key) }
}

const SALT = new Uint8Array(32).fill(7)

/** How the signer of a row was identified, also where the row is erased since. */
export function levelOf(key: string): Identity {
  return IDENTITIES[key.charCodeAt(0) % IDENTITIES.length]!
}
