import { setTimeout as sleep } from 'node:timers/promises'
import type { Challenge } from 'altcha-lib'
import type { PersonName } from '../../shared/signing/person-name'
import { paths } from '../../web/addresses'
import { between, type Random } from '../crash/seeded'
import type { Answer, AskOptions } from '../replay/site'
import { payload } from '../replay/town'
import type { Machine } from './edge'
import { formPress } from './form-press'
import { Latencies, type Step } from './latency'
import { CARRIER, homeOfSix, household, UNIVERSITY } from './machines'
import { addressOf, providerOf } from './mailboxes'
import type { LinkMail } from './mailroom'
import { nameOf, PEOPLE } from './names'
import type { Stage } from './stage'

export const RESIDENTS = 'residents'

/** How often a form that was filled in too fast is sent again, as the page's script does. */
const PATIENCE = 3
/** How often somebody presses again who is told that the check took too long. */
const TRIES = 3
/** One in so many asks for the mail twice, presses the button twice, lets others see the link, signs the other petition. */
const ONE_IN = { second: 12, twice: 10, leak: 20, other: 10 }

/** What a resident was answered instead of what they came for. */
class Refused extends Error {
  readonly code: string | undefined

  constructor(step: Step, status: number, code: string | undefined) {
    super(`${step}: ${status} ${code ?? ''}`)
    this.code = code
  }
}

interface Person {
  readonly number: number
  readonly name: PersonName
  readonly email: string
  readonly machine: Machine
  readonly petitionId: string
}

/** Ordinary people, each on the way through the ordinary pages; what they waited for is kept. */
export class Residents {
  readonly calm = new Latencies()
  readonly storm = new Latencies()
  readonly failures: string[] = []
  /** Of everybody who began. */
  readonly addresses: { readonly address: string; readonly petitionId: string }[] = []
  cpuMs = 0
  proofs = 0
  began = 0
  signed = 0
  /** Presses of those who were told that the check took too long. */
  again = 0
  /** Since when bots are about. */
  stormy = false
  readonly #stage: Stage
  readonly #random: Random
  readonly #slowness: number

  /** @param typing how much longer or shorter than usual they type */
  constructor(stage: Stage, random: Random, typing = 1) {
    this.#stage = stage
    this.#random = random
    this.#slowness = typing
  }

  /** The n-th signs; whoever cannot is noted, with what they were answered. */
  async sign(number: number): Promise<void> {
    this.began++
    const { petition, other } = this.#stage
    const petitionId = number % ONE_IN.other === 9 ? other.id : petition.id
    const who = { ...personOf(number), petitionId }
    this.#stage.ledger.own(who.email, RESIDENTS)
    this.addresses.push({ address: who.email, petitionId })
    try {
      await this.#walk(who)
      this.signed++
    } catch (error) {
      this.failures.push(`resident ${number} (${who.machine.address}): ${(error as Error).message}`)
    }
  }

  async #walk(who: Person): Promise<void> {
    const { ledger } = this.#stage
    await this.#ask('page', who, paths.sign(who.petitionId))
    await sleep(this.#slowness * this.#typing())
    let mail = await this.#askForMail(who)
    if (who.number % ONE_IN.second === 0) mail = await this.#askForMail(who)
    if (who.number % ONE_IN.leak === 0) ledger.leaks.push(mail.token)
    await sleep(this.#slowness * this.#fetching())
    const { pathname, search } = new URL(mail.link)
    await this.#ask('link', who, pathname + search)
    await sleep(between(this.#random, 300, 1500))
    const presses = who.number % ONE_IN.twice === 0 ? 2 : 1
    await Promise.all(Array.from({ length: presses }, () => this.#press(who, mail.token)))
  }

  async #askForMail(who: Person): Promise<LinkMail> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#sendForm(who)
      } catch (error) {
        const stale = error instanceof Refused && error.code === 'challenge-expired'
        if (!stale || attempt === TRIES) throw error
        this.again++
      }
    }
  }

  /** Challenge, proof of work and form, as the page's script does them. */
  async #sendForm(who: Person): Promise<LinkMail> {
    const { residents, ledger, mailroom } = this.#stage
    const { petitionId } = who
    const query = new URLSearchParams({ purpose: 'sign', petition: petitionId, email: who.email })
    const challenge = (await this.#ask('challenge', who, `/api/v1/challenges?${query}`)).body as Challenge
    const { solution, cpuMs } = await residents.solver.work(challenge)
    this.cpuMs += cpuMs
    this.proofs++
    const { nonce } = challenge.parameters
    ledger.solved.set(nonce, who.email)
    const altcha = payload({ challenge, solution })
    const body = { person: who.name, email: who.email, noticeRead: true, altcha, locale: 'uk' }
    await this.#ask('form', who, `/api/v1/petitions/${petitionId}/signatures`, { body })
    ledger.accepted.push({ petitionId, email: who.email, person: who.name, nonce })
    const mail = await mailroom.next(who.email)
    if (!mail) throw new Error('no mail came')
    return mail
  }

  async #press(who: Person, token: string): Promise<void> {
    const { ledger, town } = this.#stage
    ledger.presses.push({ token, by: RESIDENTS })
    await this.#ask('button', who, '/confirm', formPress(town.site.url, token))
  }

  /** @throws Error that tells what was answered instead */
  async #ask(step: Step, who: Person, path: string, options: AskOptions = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt++) {
      const before = performance.now()
      const answer = await this.#stage.residents.edge.ask(who.machine, path, options)
      ;(this.stormy ? this.storm : this.calm).add(step, performance.now() - before)
      if (answer.status < 300) return answer
      const { status, code, retryAfter = 1 } = answer
      if (code !== 'too-fast' || attempt === PATIENCE) throw new Refused(step, status, code)
      await sleep(1000 * retryAfter + 200)
    }
  }

  /** Few have their mail open already; the others look for the mail first. */
  #fetching(): number {
    return this.#random() < 0.1 ? between(this.#random, 500, 4000) : between(this.#random, 9000, 30_000)
  }

  /** Some have the browser fill it in, most type, a few look for every letter. */
  #typing(): number {
    const kind = this.#random()
    if (kind < 0.15) return between(this.#random, 800, 2500)
    return kind < 0.9 ? between(this.#random, 4000, 12_000) : between(this.#random, 20_000, 40_000)
  }
}

/** Who they are and where they sit: of twenty, five on one carrier's phones, two or three in one university's halls. */
function personOf(number: number): Omit<Person, 'petitionId'> {
  const who = { number, name: nameOf(PEOPLE, number) }
  const place = number % 20
  if (place < 5) return { ...who, ...living(who, CARRIER) }
  if (place < 7) return { ...who, ...living(who, UNIVERSITY, 'students.university.example') }
  if (place < 11) return { ...who, ...living(who, homeOfSix(Math.floor(number / 40))) }
  return { ...who, ...living(who, household(Math.floor(number / 3))) }
}

function living(
  { name, number }: Pick<Person, 'name' | 'number'>,
  machine: Machine,
  domain = providerOf(number),
) {
  return { machine, email: addressOf(name, number, domain) }
}
