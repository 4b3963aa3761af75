import * as fc from 'fast-check'
import { Pool } from 'undici'
import { SOUND } from '../support/journeys/sound-bodies'
import { rowsOf } from '../support/rows'
import type { Group, OpenApi, Target } from './document'
import type { Ground } from './ground'
import { type FuzzAnswer, Held } from './held'
import { type FuzzRequest, requestsFor } from './request'
import { Values } from './values'

/** Requests at once: a round, of which the smallest part that fails is told. */
const ROUND = 24
/** Refused requests that are asked again, one after the other, with the table looked at before and after. */
const AGAIN = 60
const ROUNDS_BETWEEN = 40

/** What is no writing: counters, that somebody was there, and the line that tells of a refusal. */
const TRACES = ['THROTTLE#', 'AUDIT#', 'KEPT#', 'SESSION', 'APIKEYS', 'CHALLENGE', 'ANOMALIES', 'DIGEST'].map(
  (pk) => ({
    pk,
  }),
)
const PRESENCE = { pk: 'DESK#', sk: 'PRESENCE#' }

export interface GroupReport {
  readonly group: Group
  readonly requests: number
  /** Answers by hundreds of their status. */
  readonly by: Readonly<Record<string, number>>
  readonly seconds: number
  /** Refused requests that were asked again and wrote nothing. */
  readonly held: number
  /** The smallest request that failed, and why. */
  readonly failure?: string
}

/** Asks one group until it has answered so often, or has failed. */
export class Campaign {
  readonly #ground: Ground
  readonly #document: OpenApi
  readonly #held: Held
  readonly #pool: Pool
  #requests = 0
  #by: Record<string, number> = {}
  #refused: FuzzRequest[] = []
  #asked = 0

  constructor(ground: Ground, document: OpenApi) {
    this.#ground = ground
    this.#document = document
    this.#held = new Held(document)
    this.#pool = new Pool(ground.town.url, { connections: ROUND, pipelining: 1 })
  }

  async close(): Promise<void> {
    await this.#pool.close()
  }

  async group(
    group: Group,
    targets: readonly Target[],
    options: { readonly requests: number; readonly seed: number; readonly tell: (words: string) => void },
  ): Promise<GroupReport> {
    const began = performance.now()
    this.#requests = 0
    this.#by = {}
    this.#asked = 0
    const round = this.#rounds(group, targets)
    let failure: string | undefined
    for (let n = 0; this.#requests < options.requests && failure === undefined; n++) {
      failure = await this.#check(round, options.seed + n)
      failure ??= await this.#nothingWritten()
      const pace = this.#requests / ((performance.now() - began) / 1000)
      options.tell(`${group}: ${this.#requests} of ${options.requests}, ${Math.round(pace)} requests/s`)
    }
    const seconds = (performance.now() - began) / 1000
    const { by } = { by: this.#by }
    const report = { group, requests: this.#requests, by, seconds, held: this.#asked }
    return failure === undefined ? report : { ...report, failure }
  }

  #rounds(group: Group, targets: readonly Target[]): fc.Arbitrary<FuzzRequest[]> {
    const values = new Values(this.#document, this.#ground.known)
    const callers = this.#ground.callers[group]
    const signedOut = { nobody: callers.nobody ?? {} }
    const one = fc.oneof(
      ...targets.map((target) =>
        // Whoever signs out here would be out for the rest of the run.
        requestsFor(target, values, target.id === 'endSession' ? signedOut : callers, SOUND[target.id]),
      ),
    )
    return fc.array(one, { minLength: 1, maxLength: ROUND, size: 'max' })
  }

  /** Several rounds, shrunk to the smallest that fails. */
  async #check(round: fc.Arbitrary<FuzzRequest[]>, seed: number): Promise<string | undefined> {
    const property = fc.asyncProperty(round, async (requests) => {
      const flaws = await Promise.all(requests.map((request) => this.#ask(request)))
      const flaw = flaws.find((one) => one !== undefined)
      if (flaw !== undefined) throw new Error(flaw)
    })
    const result = await fc.check(property, { seed, numRuns: ROUNDS_BETWEEN, maxSkipsPerRun: 0 })
    if (!result.failed) return undefined
    const smallest = result.counterexample?.[0].map(shown).join('\n') ?? ''
    return `seed ${seed}: ${result.errorInstance instanceof Error ? result.errorInstance.message : 'failed'}\n${smallest}`
  }

  async #ask(request: FuzzRequest): Promise<string | undefined> {
    const answer = await this.#send(request)
    this.#requests++
    const hundreds = `${Math.floor(answer.status / 100)}xx`
    this.#by[hundreds] = (this.#by[hundreds] ?? 0) + 1
    if (answer.status >= 400 && this.#refused.length < AGAIN) this.#refused.push(request)
    return this.#held.flaw(request, answer)
  }

  async #send({ method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
    const answer = await this.#pool.request({
      ...{ method: method as 'GET', path, headers: { ...headers } },
      ...(body !== undefined && { body }),
    })
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: Buffer.from(await answer.body.arrayBuffer()),
    }
  }

  /** Asks what was refused again: the table is afterwards as it was, down to the last row. */
  async #nothingWritten(): Promise<string | undefined> {
    const { town } = this.#ground
    const refused = this.#refused.splice(0)
    await town.settled()
    const before = new Set(await this.#rows())
    let accepted = false
    for (const request of refused) if ((await this.#send(request)).status < 400) accepted = true
    if (accepted) return undefined
    await town.settled()
    const written = (await this.#rows()).filter((row) => !before.has(row))
    this.#asked += refused.length
    if (written.length === 0) return undefined
    return `refused, but written: ${written[0]!.slice(0, 300)}\n${refused.map(shown).join('\n').slice(0, 3000)}`
  }

  #rows(): Promise<string[]> {
    const { platform, environments } = this.#ground.town.stack
    return rowsOf({ db: platform.db, name: environments.api.TABLE_NAME }, [...TRACES, PRESENCE])
  }
}

/** A request as one can read and repeat it. */
function shown({ method, path, headers, body }: FuzzRequest): string {
  const { cookie, authorization, ...plain } = headers
  const who = cookie ? ' (with a session)' : authorization ? ' (with a key)' : ''
  return `${method} ${path.slice(0, 600)}${who} ${JSON.stringify(plain).slice(0, 300)} ${JSON.stringify(body ?? '').slice(0, 600)}`
}
