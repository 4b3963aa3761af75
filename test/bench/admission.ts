import { randomBytes } from 'node:crypto'
import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { Hono } from 'hono'
import { linkEnd } from '../../functions/actions/request-signature'
import { communityTable } from '../../functions/adapters/dynamodb/communities'
import { petitionTable } from '../../functions/adapters/dynamodb/petitions'
import { keys, toItem } from '../../functions/adapters/dynamodb/table'
import { systemRandom } from '../../functions/adapters/system'
import { composeApi } from '../../functions/composition/api'
import { jsonBody } from '../../functions/http/body'
import type { MailMessage } from '../../functions/ports/mail-message'
import { linkTokens } from '../../functions/signing/link-token'
import { petitionCache, petitionToSign } from '../../functions/signing/petition-cache'
import { petitionKeySeal } from '../../functions/signing/petition-key'
import { packageFiles } from '../../infra/local/package-files'
import { localEnvironments } from '../../infra/local/settings'
import { topology } from '../../infra/topology'
import { signBody } from '../../shared/http/signing'
import { personName } from '../../shared/signing/person'
import { assertSignable } from '../../shared/signing/signable'
import { type Resident, resident } from '../replay/crowd'
import { type Dynamo, startDynamo } from '../support/dynamodb'
import { HandClock, MemoryQueue, memoryKeyRing, memoryLogSigner } from '../support/platform'
import { publishedPetition } from '../support/published-petition'
import { RecordedMetrics } from '../support/recorded-metrics'
import { type Figure, quantile, rounded } from './figures'

const NOW = '2026-03-10T12:00:00.000Z'
const WARM_UP = 50

/**
 * What all layers of admission add to a resident's request to sign, on the server: through the API with the cloud's settings,
 * and the same form, petition, link and queue without any check, in turns. The work of solving is the phone's and is
 * left out; the limits are lifted, so that every layer is asked and none refuses.
 */
export async function measureAdmission(requests = 500): Promise<Figure[]> {
  const dynamo = await startDynamo()
  try {
    const town = await found(dynamo)
    const [checked, bare, asked]: number[][] = [[], [], []]
    for (let n = -WARM_UP; n < requests; n++) {
      const who = resident(n + WARM_UP, 'admission')
      const challenge = await timed(() => town.challenge(who))
      const body = town.formOf(who, await solve(challenge.value))
      const ways = [
        [checked, town.api],
        [bare, town.bare],
      ] as const
      const inTurn = n % 2 ? ways : [...ways].reverse()
      for (const [times, app] of inTurn) {
        const { ms } = await timed(() => town.send(app, who, body))
        if (n >= 0) times!.push(ms)
      }
      if (n >= 0) asked!.push(challenge.ms)
    }
    if (town.mails() !== 2 * (requests + WARM_UP)) throw new Error(`${town.mails()} mails`)
    return [
      ...figures('admission', checked!, bare!),
      figure('admission.challengeP50Ms', quantile(asked!, 0.5)),
    ]
  } finally {
    await dynamo.stop()
  }
}

function figures(name: string, checked: readonly number[], bare: readonly number[]): Figure[] {
  return ([0.5, 0.99] as const).flatMap((share) => {
    const [withAll, without] = [quantile(checked, share), quantile(bare, share)]
    const p = `p${100 * share}`
    return [
      figure(`${name}.${p}Ms`, withAll),
      figure(`${name}.${p}BareMs`, without),
      figure(`${name}.${p}AddedMs`, withAll - without),
      { key: `${name}.${p}Ratio`, value: rounded(withAll / without, 1), unit: '' },
    ]
  })
}

function figure(key: string, ms: number): Figure {
  return { key, value: rounded(ms, 2), unit: 'ms' }
}

async function found({ client: db, tableName: TableName }: Dynamo) {
  const id = randomBytes(5).toString('hex')
  const keyRing = memoryKeyRing()
  const put = (item: object) => db.send(new PutItemCommand({ TableName, Item: toItem(item) }))
  await put({ ...keys.petition(id), ...publishedPetition(id, 1_000_000) })
  const sealed = await petitionKeySeal(keyRing).seal(id, randomBytes(32))
  await put({ ...keys.petitionKey(id), sealed })
  const clock = new HandClock(NOW)
  const mailQueue = new MemoryQueue<MailMessage>()
  const random = systemRandom
  const files = packageFiles(topology.functions.api.files ?? {})
  const platform = { clock, random, db, keys: keyRing, logSigner: memoryLogSigner(), mailQueue, files }
  const settings = { POW_COST: topology.settings.POW_COST, POW_COUNTER: '10' }
  const { api: env } = localEnvironments('https://petitions.example', settings)
  const api = composeApi({ ...platform, metrics: new RecordedMetrics() }, { ...env, TABLE_NAME: TableName })
  const path = `/api/v1/petitions/${id}/signatures`
  return {
    api,
    bare: unchecked({ db, name: TableName }, platform, env.LINK_HOURS),
    mails: () => mailQueue.messages.length,
    async challenge({ email, network }: Resident): Promise<Challenge> {
      const query = new URLSearchParams({ purpose: 'sign', petition: id, email })
      const answer = await api.request(`/api/v1/challenges?${query}`, {
        headers: { 'x-forwarded-for': network },
      })
      return (await answer.json()) as Challenge
    },
    formOf: ({ name: person, email }: Resident, altcha: string) =>
      JSON.stringify({ person, email, noticeRead: true, altcha }),
    async send(app: Hono, { network }: Resident, body: string): Promise<void> {
      const headers = { 'content-type': 'application/json', 'x-forwarded-for': network }
      const answer = await app.request(path, { method: 'POST', headers, body })
      if (answer.status !== 202) throw new Error(`answered ${answer.status}: ${await answer.text()}`)
    },
  }
}

type Api = Parameters<typeof composeApi>[0]

/** Takes the same form, looks the same petition up and mails the same link, and asks nothing of who sent it. */
function unchecked(
  table: { readonly db: Dynamo['client']; readonly name: string },
  { clock, keys: keyRing, mailQueue }: Pick<Api, 'clock' | 'keys' | 'mailQueue'>,
  linkHours: number,
): Hono {
  const communities = communityTable(table)
  const petitions = petitionTable(table, () => communities.calendar(), petitionKeySeal(keyRing))
  const cache = petitionCache(petitions, () => performance.now())
  const tokens = linkTokens(keyRing)
  const app = new Hono()
  app.post('/api/v1/petitions/:id/signatures', async (c) => {
    const { email, person } = await jsonBody(c.req.raw, signBody)
    const petitionId = c.req.param('id')
    const now = clock.now()
    const petition = await petitionToSign(cache, petitionId, now)
    if (!petition) throw new Error('no petition')
    assertSignable(petition, now)
    const link = { purpose: 'sign', petitionId, person: personName(person), email, locale: 'uk' } as const
    const token = await tokens.seal(link, now, linkEnd({ linkHours }, now))
    await mailQueue.send([{ type: 'link', token, locale: 'uk' }])
    return c.json({ status: 'mail-sent' }, 202)
  })
  return app
}

async function solve(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly ms: number }> {
  const begun = performance.now()
  const value = await work()
  return { value, ms: performance.now() - begun }
}
