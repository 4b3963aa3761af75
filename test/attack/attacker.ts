import { setTimeout as sleep } from 'node:timers/promises'
import type { Challenge } from 'altcha-lib'
import type { PersonName } from '../../shared/signing/person-name'
import type { Answer, AskOptions } from '../replay/site'
import { type Proof, payload } from '../replay/town'
import type { Account } from './account'
import type { Machine } from './edge'
import { formPress } from './form-press'
import type { LinkMail } from './mailroom'
import { BOTS, nameOf } from './names'
import type { Stage } from './stage'

/** The strategy's processor time is spent, or the storm over: whoever pays for the bots has had enough. */
export class Exhausted extends Error {}

/** Whom a bot pretends to be, from where, and with which headers of its own. */
export interface Guise {
  readonly machine: Machine
  readonly person: PersonName
  readonly email: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Answered as a person is, and nothing follows. */
const SILENT = '(silently)'

interface Means {
  readonly name: string
  readonly size: number
  /** Processor time for proofs of work that all bots of the strategy have together. */
  readonly cpuSeconds: number
  /** Seconds after which no more proofs are begun. */
  readonly patience: number
}

/** What the bots of one strategy can do; all of it goes to the strategy's account. */
export class Attacker {
  readonly stage: Stage
  readonly account: Account
  readonly name: string
  /** How many bots the strategy sends. */
  readonly size: number
  readonly #cpuMs: number
  readonly #until: number

  constructor(stage: Stage, account: Account, { name, size, cpuSeconds, patience }: Means) {
    this.stage = stage
    this.account = account
    this.name = name
    this.size = size
    this.#cpuMs = cpuSeconds * 1000
    this.#until = performance.now() + patience * 1000
  }

  get petitionId(): string {
    return this.stage.petition.id
  }

  /** Another name each time. */
  person(): PersonName {
    return nameOf(BOTS, this.stage.nextPerson())
  }

  /** Takes note that the strategy has this address. @param mailbox what it truly leads to */
  own(address: string, mailbox?: string): string {
    this.stage.ledger.own(address, this.name, mailbox)
    return address
  }

  /** A request that goes to the account; what refuses it, too. */
  async ask(machine: Machine, path: string, options: AskOptions = {}): Promise<Answer> {
    this.account.requests++
    const answer = await this.stage.bots.edge.ask(machine, path, options)
    if (answer.status >= 400) this.account.refuse(answer.code ?? String(answer.status))
    return answer
  }

  async challenge(
    { machine, email, headers = {} }: Pick<Guise, 'machine' | 'email' | 'headers'>,
    petition = this.petitionId,
  ): Promise<Challenge | undefined> {
    const query = new URLSearchParams({ purpose: 'sign', petition, email })
    const { status, body } = await this.ask(machine, `/api/v1/challenges?${query}`, { headers })
    return status === 200 ? (body as Challenge) : undefined
  }

  /** @throws Exhausted when no processor time is left, or the storm is over */
  async prove(guise: Pick<Guise, 'machine' | 'email' | 'headers'>): Promise<Proof | undefined> {
    this.#goOn()
    const challenge = await this.challenge(guise)
    if (!challenge) return undefined
    this.#goOn()
    const { solution, cpuMs } = await this.stage.bots.solver.work(challenge)
    this.account.cpuMs += cpuMs
    this.account.proofs++
    this.stage.ledger.solved.set(challenge.parameters.nonce, guise.email)
    return { challenge, solution }
  }

  #goOn(): void {
    if (this.account.cpuMs >= this.#cpuMs || performance.now() > this.#until) throw new Exhausted()
  }

  /** Sends the form with a proof, or with anything else in its place. */
  async send(
    { machine, person, email, headers = {} }: Guise,
    proof: Proof | string | undefined,
    changes: object = {},
    petitionId = this.petitionId,
  ): Promise<Answer> {
    this.account.attempts++
    const altcha = typeof proof === 'object' ? payload(proof) : proof
    const body = { person, email, noticeRead: true, ...(altcha !== undefined && { altcha }), ...changes }
    const path = `/api/v1/petitions/${petitionId}/signatures`
    const answer = await this.ask(machine, path, { body, headers })
    if (answer.status !== 202) return answer
    if (typeof proof === 'object') {
      const { nonce } = proof.challenge.parameters
      this.stage.ledger.accepted.push({ petitionId, email, person, nonce })
    } else this.account.refuse(SILENT)
    return answer
  }

  /** All that it takes to be mailed a link, done as the product wants it. */
  async askForMail(guise: Guise): Promise<LinkMail | undefined> {
    const proof = await this.prove(guise)
    if (!proof) return undefined
    await sleep(this.stage.formMs)
    return this.sendForMail(guise, proof)
  }

  /** Sends the form and waits for the mail, where it is let through. */
  async sendForMail(guise: Guise, proof: Proof): Promise<LinkMail | undefined> {
    const { status } = await this.send(guise, proof)
    return status === 202 ? this.stage.mailroom.next(guise.email) : undefined
  }

  /** Presses the button behind a link. */
  confirm(machine: Machine, token: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    this.account.attempts++
    this.stage.ledger.presses.push({ token, by: this.name })
    return this.ask(machine, '/api/v1/signatures/confirm', { body: { token }, headers })
  }

  /** Presses it as the page's own form does. */
  pressForm(machine: Machine, token: string): Promise<Answer> {
    this.account.attempts++
    this.stage.ledger.presses.push({ token, by: this.name })
    return this.ask(machine, '/confirm', formPress(this.stage.town.site.url, token))
  }

  /** The whole way of a signature. @returns whether the product took it */
  async sign(guise: Guise): Promise<boolean> {
    const mail = await this.askForMail(guise)
    if (!mail) return false
    const { status } = await this.confirm(guise.machine, mail.token, guise.headers)
    return status < 300
  }
}
