import { randomBytes } from 'node:crypto'
import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Challenge } from 'altcha-lib'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { Hono } from 'hono'
import { reconcileSignatures } from '../../../functions/actions/reconcile-signatures'
import { createPetition, runCommand } from '../../../functions/actions/run-command'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { petitionTable } from '../../../functions/adapters/dynamodb/petitions'
import { systemRandom } from '../../../functions/adapters/system'
import { composeApi } from '../../../functions/composition/api'
import { composePages } from '../../../functions/composition/pages'
import { composeReceipts } from '../../../functions/composition/receipts'
import { sequencingOn } from '../../../functions/composition/sequence'
import { type Environment, readEnvironment } from '../../../functions/environment'
import type { MailMessage } from '../../../functions/ports/mail-message'
import type { SimilarPetitions } from '../../../functions/ports/similar-petitions'
import { linkTokens } from '../../../functions/signing/link-token'
import { petitionKeySeal } from '../../../functions/signing/petition-key'
import { packageFiles } from '../../../infra/local/package-files'
import { topology } from '../../../infra/topology'
import type { Petition } from '../../../shared/petition/petition'
import type { PetitionSummary } from '../../../shared/petition/view'
import { councilHost, ngoHost, testCommunity } from '../../support/communities'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { MemoryObjects } from '../../support/memory-objects'
import { HandClock, MemoryQueue, memoryKeyRing, memoryLogSigner } from '../../support/platform'
import { RecordedMetrics } from '../../support/recorded-metrics'

export const START = '2026-03-02T09:00:00.000Z'

export const signer = {
  surname: 'Шевченко',
  givenName: 'Оксана',
  patronymic: 'Миколаївна',
}

/** The public API over a real table, with a clock moved by hand and a queue that can be read. */
export async function startWorld() {
  const dynamo = await startDynamo()
  return { dynamo, ...(await inhabit(dynamo, dynamo.tableName)) }
}

export type World = Awaited<ReturnType<typeof startWorld>>

async function inhabit(dynamo: Dynamo, tableName: string) {
  const clock = new HandClock(START)
  const root = randomBytes(32)
  const keys = memoryKeyRing(root)
  const mailQueue = new MemoryQueue<MailMessage>()
  const objects = new MemoryObjects()
  const logSigner = memoryLogSigner()
  const platform = { clock, random: systemRandom, db: dynamo.client, keys, mailQueue, objects, logSigner }
  const table = { db: dynamo.client, name: tableName }
  const communities = communityTable(table)
  const petitions = petitionTable(table, () => communities.calendar(), petitionKeySeal(keys))
  await communities.putCommunity(testCommunity)
  await communities.putHost(councilHost)
  await communities.putHost(ngoHost)
  const deps = { clock, petitions, communities, random: systemRandom }
  const tokens = linkTokens(keys)

  /** The app, with other settings where a test names them. */
  const api = (settings: Record<string, string> = {}): Hono =>
    withReceipts(
      composeApi({ ...platform, files, metrics }, environment(tableName, settings)),
      composeReceipts(platform, { TABLE_NAME: tableName }),
    )

  /** What the search finds like a petition being written; undefined while it does not answer. */
  const search: { similar: readonly PetitionSummary[] | undefined } = { similar: [] }
  const metrics = new RecordedMetrics()
  const files = packageFiles(topology.functions.api.files ?? {})
  const similar: SimilarPetitions = {
    similarTo: async () => search.similar ?? Promise.reject(new Error('no answer')),
  }

  const pages = (): Hono =>
    composePages({ ...platform, similar }, readEnvironment('pages', environmentWith(tableName)))

  return {
    pages,
    search,
    clock,
    keys,
    /** From which its keys are derived. */
    root,
    mailQueue,
    objects,
    metrics,
    logSigner,
    platform,
    tokens,
    petitions,
    communities,
    deps,
    api,

    /** A petition in moderation. */
    async submitted(wanted: Partial<{ id: string; hostId: string }> = {}): Promise<Petition> {
      const id = wanted.id ?? randomBytes(5).toString('hex')
      const { petition } = await createPetition(deps, {
        id,
        communityId: 'kalynivka',
        hostId: wanted.hostId ?? 'kalynivka-rada',
        title: 'Облаштувати пішохідний перехід біля школи № 7',
        text: 'Просимо облаштувати пішохідний перехід біля школи № 7, бо діти щодня перебігають дорогу.',
        author: signer,
        email: 'author@example.org',
        wantsHearing: false,
        locale: 'uk',
      })
      return petition
    },

    /** A petition that collects signatures. */
    async collecting(): Promise<Petition> {
      const { id } = await this.submitted()
      return runCommand(deps, id, {
        type: 'publish',
        by: { role: 'moderator' },
        settings: testCommunity.settings,
        logOrigin: `petitions.example/log/${id}`,
      })
    },

    /** Sequences all that was confirmed. */
    async sequence(petitionId: string): Promise<void> {
      await reconcileSignatures(sequencingOn(platform, { TABLE_NAME: tableName }), petitionId)
    },

    /** A link to confirm, as the mail carries it. */
    signLink(petitionId: string, email: string, person = signer) {
      const now = clock.now()
      const end = new Date(Date.parse(now) + 72 * 3_600_000).toISOString()
      return tokens.seal({ purpose: 'sign', petitionId, person, email, locale: 'uk' }, now, end)
    },

    /** Everything in the table under a partition key's beginning. */
    async rows(prefix: string) {
      const { Items = [] } = await dynamo.client.send(
        new ScanCommand({ TableName: tableName, ConsistentRead: true }),
      )
      return Items.filter((item) => item.pk?.S?.startsWith(prefix))
    },
  }
}

function environment(tableName: string, settings: Record<string, string>): Environment<'api'> {
  return readEnvironment('api', { ...environmentWith(tableName), ...settings })
}

function environmentWith(tableName: string): Record<string, string> {
  return {
    TABLE_NAME: tableName,
    PUBLIC_URL: 'https://petitions.example',
    MAIL_QUEUE_URL: 'https://queue.example/mail',
    ROOT_KEY_ID: 'root',
    LOG_KEY_ID: 'log',
    BUCKET_NAME: 'objects',
    POW_COST: '10',
    POW_COUNTER: '20',
    POW_HARDEST: '8',
    POW_CALM_PETITION: '1000',
    POW_CALM_NETWORK: '1000',
    MINIMUM_SECONDS: '3',
    LINK_HOURS: '72',
    LIMIT_ADDRESS_PER_DAY: '5',
    LIMIT_IP_PER_HOUR: '1000',
    LIMIT_NETWORK_PER_TEN_MINUTES: '1000',
    LIMIT_DOMAIN_PER_HOUR: '1000',
    LIMIT_PETITION_PER_MINUTE: '12000',
    DISPOSABLE_ADDRESSES: 'refuse',
    HUMAN_CHECK_URL: '',
    HUMAN_CHECK_SECRET: '',
    CLIENT_ADDRESS_HEADER: 'x-forwarded-for',
  }
}

/** Posts JSON. */
export function post(app: Hono, path: string, body: unknown, headers: Record<string, string> = {}) {
  return app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.7', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** Asks for a challenge and answers it as ALTCHA's widget does. */
export async function solved(app: Hono, query: Record<string, string>): Promise<string> {
  const response = await app.request(`/api/v1/challenges?${new URLSearchParams(query)}`)
  return payload((await response.json()) as Challenge)
}

export async function payload(challenge: Challenge): Promise<string> {
  const solution = await solveChallenge({ challenge, deriveKey })
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
}

/** The `code` of a problem, after a look at the form every problem has. */
export async function problem(
  response: Response,
): Promise<{ code: string; errors?: { field: string; code: string }[] }> {
  const body = await response.json()
  const { status } = response
  if (
    !response.headers.get('content-type')?.startsWith('application/problem+json') ||
    body.status !== status
  ) {
    throw new Error(`not a problem: ${status} ${JSON.stringify(body)}`)
  }
  return body
}

/** The public API as the routes of the topology put it together. */
function withReceipts(api: Hono, receipts: Hono): Hono {
  const whole = new Hono()
  whole.all('/api/v1/signatures/:id/receipt', (c) => receipts.fetch(c.req.raw))
  whole.all('*', (c) => api.fetch(c.req.raw))
  return whole
}
