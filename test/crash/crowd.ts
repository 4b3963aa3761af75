import { setTimeout as sleep } from 'node:timers/promises'
import type { LinkTokens } from '../../functions/signing/link-token'
import { instantOf } from '../../shared/calendar/day'
import { resident } from '../replay/crowd'
import type { Answer, Site } from '../replay/site'
import type { Collecting } from './petitions'
import { between, oneOf, type Random } from './seeded'
import type { Violations } from './violations'

/** A signature that the site has acknowledged: from then on it must stand. */
export interface Acknowledged {
  readonly id: string
  readonly petitionId: string
  readonly confirmedAt: string
  /** Number of the resident who signed. */
  readonly person: number
}

export interface CrowdOptions {
  readonly site: Site
  readonly tokens: LinkTokens
  readonly petitions: readonly Pick<Collecting, 'id'>[]
  readonly random: Random
  readonly violations: Violations
  /** Residents who sign at the same time. */
  readonly atOnce: number
  /** Most milliseconds that one waits before the next. */
  readonly pauseMs: number
  /** Lets everybody give up. */
  readonly signal: AbortSignal
}

const RETRY_MS = 150
const LINK_MS = 24 * 3_600_000
/** One in so many presses twice at once, and one in so many comes back later. */
const ONE_IN = 8

/**
 * Residents who confirm their signatures, each pressing the button again until there is an answer, as people do when
 * a site is away; some press twice, some come back. What they were told is kept.
 */
export class Crowd {
  readonly #told = new Map<number, Acknowledged & { created: number }>()
  /** Presses to which no answer came, or one that the site is in trouble. */
  unanswered = 0
  readonly #options: CrowdOptions
  readonly #loops: Promise<void>[]
  #next = 0
  #stopped = false

  constructor(options: CrowdOptions) {
    this.#options = options
    const { violations, atOnce } = options
    this.#loops = Array.from({ length: atOnce }, () => violations.during('signing', () => this.#loop()))
  }

  /** How many signatures are acknowledged. */
  get signed(): number {
    return this.#told.size
  }

  get acknowledged(): readonly Acknowledged[] {
    return [...this.#told.values()]
  }

  /** Resolves when everybody who has begun has an answer. */
  async stop(): Promise<void> {
    this.#stopped = true
    await Promise.all(this.#loops)
  }

  async #loop(): Promise<void> {
    const { random, petitions, pauseMs, signal } = this.#options
    while (!this.#stopped && !signal.aborted) {
      await this.#sign(this.#next++, oneOf(random, petitions).id)
      await sleep(between(random, 0, pauseMs))
    }
  }

  async #sign(person: number, petitionId: string): Promise<void> {
    const { random } = this.#options
    const body = { token: await this.#token(person, petitionId) }
    const presses = random() * ONE_IN < 1 ? 2 : 1
    await Promise.all(Array.from({ length: presses }, () => this.#press(person, petitionId, body)))
    if (random() * ONE_IN < 1) await this.#press(person, petitionId, body)
  }

  #token(person: number, petitionId: string): Promise<string> {
    const { name, email } = resident(person, 'crash')
    const link = { purpose: 'sign', petitionId, person: name, email, locale: 'uk' } as const
    const now = Date.now()
    return this.#options.tokens.seal(link, instantOf(now), instantOf(now + LINK_MS))
  }

  async #press(person: number, petitionId: string, body: object): Promise<void> {
    const { site, signal } = this.#options
    while (!signal.aborted) {
      const answer = await site.ask('/api/v1/signatures/confirm', { body }).catch(() => undefined)
      if (answer && answer.status < 500) {
        this.#take(person, petitionId, answer)
        return
      }
      this.unanswered++
      await sleep(RETRY_MS)
    }
  }

  /** The same person must always be told the same, and at most once that the signature is new. */
  #take(person: number, petitionId: string, { status, body }: Answer): void {
    const { violations } = this.#options
    if (status !== 200 && status !== 201) {
      violations.add(`resident ${person} was answered ${status} for ${petitionId}: ${JSON.stringify(body)}`)
      return
    }
    const { id, confirmedAt } = body as Acknowledged
    const known = this.#told.get(person) ?? { id, petitionId, confirmedAt, person, created: 0 }
    if (status === 201) known.created++
    this.#told.set(person, known)
    violations.check(
      known.id === id && known.confirmedAt === confirmedAt,
      () => `resident ${person} was told ${known.id} at ${known.confirmedAt}, then ${id} at ${confirmedAt}`,
    )
    violations.check(known.created <= 1, () => `resident ${person} made ${id} twice`)
  }
}
