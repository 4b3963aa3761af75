import { setTimeout as sleep } from 'node:timers/promises'
import type { CountView } from '../../shared/petition/view'
import { type Checkpoint, parseCheckpoint } from '../../shared/tlog/checkpoint'
import { parseNote } from '../../shared/tlog/note'
import type { Site } from '../replay/site'
import type { Collecting } from './petitions'
import type { Violations } from './violations'

const LOOK_MS = 40

/** A checkpoint as a reader got it. */
export interface Sighting {
  readonly checkpoint: Checkpoint
  /** The signed note, verbatim. */
  readonly note: string
}

export interface WatchOptions {
  readonly site: Site
  readonly petitions: readonly Pick<Collecting, 'id'>[]
  readonly violations: Violations
  /** Lets the readers give up. */
  readonly signal: AbortSignal
}

/**
 * Readers who look at the checkpoint and the count of each petition all the time, one after the other, and keep every
 * checkpoint they were shown. Neither may ever go back.
 */
export class Watch {
  readonly #site: Site
  readonly #violations: Violations
  readonly #signal: AbortSignal
  readonly #sightings: ReadonlyMap<string, Sighting[]>
  readonly #sizes = new Map<string, number>()
  readonly #loops: Promise<void>[]
  #stopped = false

  constructor({ site, petitions, violations, signal }: WatchOptions) {
    this.#site = site
    this.#violations = violations
    this.#signal = signal
    this.#sightings = new Map(petitions.map(({ id }) => [id, []]))
    this.#loops = petitions.map(({ id }) => this.#loop(id))
  }

  /** Different checkpoints of a petition, in the order in which they were shown. */
  sightings(petitionId: string): readonly Sighting[] {
    return this.#sightings.get(petitionId) ?? []
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#loops)
  }

  async #loop(petitionId: string): Promise<void> {
    while (!this.#stopped && !this.#signal.aborted) {
      await this.#violations.during(`looking at ${petitionId}`, () => this.#look(petitionId))
      await sleep(LOOK_MS)
    }
  }

  async #look(petitionId: string): Promise<void> {
    const checkpoint = await this.#site.ask(`/log/${petitionId}/checkpoint`).catch(() => undefined)
    if (checkpoint?.status === 200) this.#keep(petitionId, String(checkpoint.body))
    const count = await this.#site.ask(`/api/v1/petitions/${petitionId}/count`).catch(() => undefined)
    if (count?.status === 200) this.#compare(petitionId, (count.body as CountView).size)
  }

  #keep(petitionId: string, note: string): void {
    const kept = this.#sightings.get(petitionId)!
    const last = kept.at(-1)
    if (last?.note === note) return
    const checkpoint = parseCheckpoint(parseNote(note).text)
    this.#violations.check(
      (last?.checkpoint.size ?? 0) < checkpoint.size,
      () => `the checkpoint of ${petitionId} went from ${last?.checkpoint.size} to ${checkpoint.size}`,
    )
    kept.push({ checkpoint, note })
  }

  #compare(petitionId: string, size: number): void {
    const last = this.#sizes.get(petitionId) ?? 0
    this.#violations.check(
      last <= size,
      () => `the published size of ${petitionId} went from ${last} to ${size}`,
    )
    this.#sizes.set(petitionId, size)
  }
}
