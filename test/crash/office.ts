import { setTimeout as sleep } from 'node:timers/promises'
import type { AnnulmentPreview } from '../../shared/http/annulment'
import { type AnnulmentGround, STAFF_GROUND_CODES } from '../../shared/log/annulment'
import type { CountView } from '../../shared/petition/view'
import type { Answer, Site } from '../replay/site'
import type { Collecting } from './petitions'
import { between, oneOf, type Random } from './seeded'
import type { Violations } from './violations'

/** Annulments that the site has acknowledged: they must come into the log. */
export interface Annulled {
  readonly petitionId: string
  readonly targets: readonly number[]
  readonly ground: AnnulmentGround
}

export interface OfficeOptions {
  readonly site: Site
  readonly petitions: readonly Collecting[]
  readonly random: Random
  readonly violations: Violations
  /** Lets the moderator give up. */
  readonly signal: AbortSignal
}

const PAUSE_MS = 500
const RETRY_MS = 150
const MOST_AT_ONCE = 4

/** A moderator who annuls a few signatures at a time, and asks again until there is an answer. */
export class Office {
  readonly annulled: Annulled[] = []
  /** Requests whose answer never came and whose repetition was refused: the preview had changed meanwhile. */
  refused = 0
  readonly #options: OfficeOptions
  readonly #cookies: readonly string[]
  readonly #loop: Promise<void>
  #stopped = false

  private constructor(options: OfficeOptions, cookies: readonly string[]) {
    this.#options = options
    this.#cookies = cookies
    this.#loop = options.violations.during('annulling', () => this.#run())
  }

  /** Signs in with every community. */
  static async open(options: OfficeOptions): Promise<Office> {
    const cookies: string[] = []
    for (const { moderator } of options.petitions) cookies.push((await moderator.credentials()).cookie)
    return new Office(options, cookies)
  }

  async stop(): Promise<void> {
    this.#stopped = true
    await this.#loop
  }

  async #run(): Promise<void> {
    const { random, petitions, signal } = this.#options
    while (!this.#stopped && !signal.aborted) {
      await sleep(between(random, 0, PAUSE_MS))
      await this.#annul(Math.floor(random() * petitions.length))
    }
  }

  async #annul(place: number): Promise<void> {
    const { random, petitions, violations } = this.#options
    const { id: petitionId } = petitions[place]!
    const ground = oneOf(random, STAFF_GROUND_CODES)
    const targets = await this.#choose(petitionId)
    if (targets.length === 0) return
    const draft = { signatures: targets.map((index) => index + 1).join(', '), ground }
    const preview = await this.#ask(place, 'annul/preview', draft)
    // Somebody who was annulled already, or an entry that is no signature.
    if (preview.status !== 200) return
    const { digest } = preview.body as AnnulmentPreview
    const { status, code } = await this.#ask(place, 'annul', { ...draft, digest })
    if (status === 202) this.annulled.push({ petitionId, targets, ground })
    else if (code === 'preview-changed') this.refused++
    else violations.add(`annulling ${draft.signatures} of ${petitionId} was answered ${status} ${code}`)
  }

  /** A few neighbours among the entries of the log. */
  async #choose(petitionId: string): Promise<number[]> {
    const { site, random } = this.#options
    const answer = await site.ask(`/api/v1/petitions/${petitionId}/count`).catch(() => undefined)
    if (answer?.status !== 200) return []
    const { size } = answer.body as CountView
    const first = Math.floor(random() * size)
    const number = Math.min(size - first, Math.ceil(random() * MOST_AT_ONCE))
    return Array.from({ length: number }, (_, n) => first + n)
  }

  async #ask(place: number, action: string, body: object): Promise<Answer> {
    const { site, petitions, signal } = this.#options
    const path = `/api/v1/staff/petitions/${petitions[place]!.id}/${action}`
    for (;;) {
      signal.throwIfAborted()
      const answer = await site.ask(path, { body, cookie: this.#cookies[place] }).catch(() => undefined)
      if (answer && answer.status < 500) return answer
      await sleep(RETRY_MS)
    }
  }
}
