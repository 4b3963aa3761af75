import { expect, it } from 'vitest'
import type { Command } from '../../../shared/petition/commands'
import { by, Case, community } from './case'

const N = community.settings.threshold
const AT = '2026-06-10T08:00:00.000Z'

/** A petition and the log that tells it of itself: in any order, more than once, and late. */
class Told {
  readonly petition = new Case('2026-05-29T08:00:00.000Z').publish('2026-06-01T08:00:00.000Z')
  readonly #told: Command[] = []
  readonly #random: () => number
  #size = 0
  #count = 0
  annulments = 0

  constructor(seed: number) {
    this.#random = dice(seed)
  }

  get count() {
    return this.#count
  }

  /** A batch of signatures and annulments, told as the sequencer tells it. */
  batch(): void {
    let decisive: Command | undefined
    const annulled: { index: number; target: number; ground: 'automated' }[] = []
    const leaves = 1 + this.#upTo(4)
    for (let leaf = 0; leaf < leaves; leaf++) {
      const index = this.#size++
      if (this.#count > 0 && this.#upTo(2) === 0) {
        this.#count--
        annulled.push({ index, target: index, ground: 'automated' })
      } else if (++this.#count === N) {
        decisive ??= { type: 'reach-threshold', count: N, at: AT, index }
      }
    }
    this.annulments += annulled.length
    const recorded: Command = {
      type: 'record-annulments',
      size: this.#size,
      count: this.#count,
      at: AT,
      annulled,
    }
    const told = [...(decisive ? [decisive] : []), ...(annulled.length > 0 ? [recorded] : [])]
    if (this.#upTo(1) === 0) told.reverse()
    for (const command of told) this.petition.do(AT, command)
    this.#told.push(...told)
  }

  /** Something told before comes again, from a worker that was slow. */
  repeat(): string[] {
    const command = this.#told[this.#upTo(this.#told.length - 1)]
    return command ? this.petition.do(AT, command) : []
  }

  decide(): void {
    if (!this.petition.petition.shortfall) return
    const type = this.#upTo(1) === 0 ? 'keep-consideration' : 'resume-collection'
    this.petition.do(AT, { type, by: by('head'), reason: 'Так вирішено.' })
  }

  begin(): void {
    if (this.petition.petition.status === 'threshold-reached') this.petition.begin(AT)
  }

  next(): 'batch' | 'repeat' | 'decide' | 'begin' {
    return (['batch', 'batch', 'batch', 'repeat', 'repeat', 'decide', 'begin'] as const)[this.#upTo(6)]!
  }

  #upTo(most: number): number {
    return Math.floor(this.#random() * (most + 1))
  }
}

it('however it is told, the petition stands as its log does', () => {
  for (let seed = 1; seed <= 400; seed++) {
    const told = new Told(seed)
    for (let step = 0; step < 60; step++) {
      const what = told.next()
      if (what === 'repeat') expect([seed, step, told.repeat()]).toEqual([seed, step, []])
      else told[what]()
      const { status, shortfall } = told.petition.petition
      const last = told.petition.events.findLast(({ type }) => SETTLING.includes(type))?.type
      // N stands and is reached, or does not and is not, unless staff are asked or have let it go on.
      const excused = shortfall !== undefined || last === 'consideration-kept'
      expect([seed, step, told.count >= N || excused]).toEqual([seed, step, status !== 'collecting'])
      if (told.count >= N) expect([seed, step, shortfall]).toEqual([seed, step, undefined])
    }
    expect(annulledBy(told)).toBe(told.annulments)
  }
})

const SETTLING = [
  'threshold-reached',
  'fell-below',
  'count-restored',
  'consideration-kept',
  'collection-resumed',
]

function annulledBy({ petition }: Told): number {
  return petition.events
    .flatMap((event) => (event.type === 'annulled' ? event.data.ledger : []))
    .reduce((sum, { number }) => sum + number, 0)
}

/** Numbers from 0 to below 1, always the same for a seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
