import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { SQSEvent } from 'aws-lambda'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { announceEvents } from '../../../functions/actions/announce-events'
import { resumeReceiver } from '../../../functions/actions/manage-receivers'
import { repeatWebhooks } from '../../../functions/actions/repeat-webhooks'
import { runCommand } from '../../../functions/actions/run-command'
import { deliveryTable } from '../../../functions/adapters/dynamodb/deliveries'
import { receiverTable } from '../../../functions/adapters/dynamodb/receivers'
import { smtpMailer } from '../../../functions/adapters/smtp'
import { composeDeliver } from '../../../functions/composition/deliver'
import { readEnvironment } from '../../../functions/environment'
import type { MailMessage } from '../../../functions/ports/mail-message'
import { newSecret } from '../../../functions/systems/webhook-secret'
import { Mailbox } from '../../../infra/local/mailbox'
import { type SmtpReceiver, startSmtpReceiver } from '../../../infra/local/smtp-receiver'
import type { PetitionView } from '../../../shared/petition/view'
import { MOST_ATTEMPTS } from '../../../shared/systems/delivery'
import type { Receiver } from '../../../shared/systems/receiver'
import { councilHost } from '../../support/communities'
import { MemoryQueue } from '../../support/platform'
import { startWorld, type World } from '../api/world'

interface Received {
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

let world: World
let folder: string
let mailbox: Mailbox
let smtp: SmtpReceiver
let server: Server
/** What the receiver's server got, and what it answers next; 200 where nothing is said. */
const got: Received[] = []
const answers: number[] = []
let queue: MemoryQueue<MailMessage>

beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'viche-'))
  mailbox = await Mailbox.open(join(folder, 'mailbox.jsonl'))
  smtp = await startSmtpReceiver(mailbox, 0)
  server = createServer(async (request, response) => {
    got.push({ headers: request.headers, body: await text(request) })
    response.writeHead(answers.shift() ?? 200).end('так')
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
})
beforeEach(() => {
  got.length = 0
  answers.length = 0
  queue = new MemoryQueue()
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await smtp.stop()
  await mailbox.close()
  await rm(folder, { recursive: true, force: true })
  await world.dynamo.stop()
})

const table = () => ({ db: world.dynamo.client, name: world.dynamo.tableName })
const receivers = () => receiverTable(table())
const deliveries = () => deliveryTable(table())
const by = { id: 'nobody', name: 'Ніхто' }

let made = 0
/** A receiver of the council that hears of publications. */
async function receiver(more: Partial<Receiver> = {}): Promise<{ receiver: Receiver; secret: string }> {
  const { text: secret, sealed } = await newSecret(world.keys, world.platform.random)
  const one: Receiver = {
    id: String(++made).padStart(12, '0'),
    place: `host:${councilHost.id}`,
    name: `Сайт ${made}`,
    url: `http://localhost:${(server.address() as AddressInfo).port}/`,
    events: ['published', 'withdrawn'],
    secrets: [{ sealed }],
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    by,
    ...more,
  }
  const entry = { kind: 'receiver-added' as const, system: one, at: one.createdAt, by }
  await receivers().save(one, entry)
  return { receiver: one, secret }
}

/** A published petition, and the messages that its publication causes for one receiver. */
async function published(to: Receiver): Promise<{ id: string; message: MailMessage }> {
  const { id } = await world.collecting()
  const record = (await world.deps.petitions.loadRecord(id))!
  const seqs = new Set(record.events.map(({ seq }) => seq))
  const own = { all: async () => (await receivers().all()).filter((one) => one.id === to.id) }
  const messages = new MemoryQueue<MailMessage>()
  await announceEvents({ mailQueue: messages, receivers: own }, record, seqs)
  expect(messages.messages).toHaveLength(1)
  return { id, message: messages.messages[0]! }
}

/** Hands a message over as the queue does. @returns whether it was done with */
async function handOver(message: MailMessage, receives = 1): Promise<boolean> {
  const env = readEnvironment('deliver', {
    TABLE_NAME: world.dynamo.tableName,
    BUCKET_NAME: 'objects',
    PUBLIC_URL: 'https://petitions.example',
    MAIL_QUEUE_URL: 'https://queue.example/mail',
    ROOT_KEY_ID: 'root',
    MAIL_FROM: 'petitions@viche.example',
    MAIL_MAX_RECEIVES: '6',
    LOCAL_RECEIVERS: 'yes',
  })
  const mailer = smtpMailer({ host: '127.0.0.1', port: smtp.port, from: 'petitions@viche.example' })
  const record = {
    messageId: 'm1',
    body: JSON.stringify(message),
    attributes: { ApproximateReceiveCount: String(receives) },
  }
  const deliver = composeDeliver({ ...world.platform, mailer }, env)
  const { batchItemFailures } = await deliver({ Records: [record] } as unknown as SQSEvent)
  return batchItemFailures.length === 0
}

/** Everything that the clock queues again is handed over. */
async function sweep(): Promise<number> {
  const messages = new MemoryQueue<MailMessage>()
  await repeatWebhooks({ clock: world.clock, mailQueue: messages, deliveries: deliveries() })
  for (const message of messages.messages) await handOver(message)
  return messages.messages.length
}

/** The receiver's clock is the test's own, so only the signature is checked, not how old it is. */
function verified(secret: string, { headers, body }: Received): unknown {
  const at = new Date(Number(headers['webhook-timestamp']) * 1000)
  const signature = new Webhook(secret).sign(String(headers['webhook-id']), at, body)
  expect(String(headers['webhook-signature']).split(' ')).toContain(signature)
  return JSON.parse(body)
}

test('tells what everybody may know of the petition, signed', async () => {
  const { receiver: to, secret } = await receiver()
  const { id, message } = await published(to)
  expect(await handOver(message)).toBe(true)
  const { type, timestamp, data } = verified(secret, got[0]!) as {
    type: string
    timestamp: string
    data: { event: { type: string; at: string }; petition: PetitionView }
  }
  expect([type, data.event.type, data.petition.id]).toEqual(['petition.published', 'published', id])
  expect(timestamp).toBe(data.event.at)
  expect(got[0]!.body).not.toMatch(/@example\.org|staffId|version":/)
  const [row] = await deliveries().of(to.id, 10)
  expect(row).toMatchObject({ status: 'delivered', attempts: 1, tries: [{ status: 200, answer: 'так' }] })
})

test('is tried again where it fails, and has one effect however often it comes', async () => {
  const { receiver: to } = await receiver()
  const { message } = await published(to)
  answers.push(500, 302)
  expect(await handOver(message, 1)).toBe(false)
  expect(await handOver(message, 2)).toBe(false)
  expect((await receivers().find(to.id))?.failingSince).toBe(world.clock.now())
  expect(await handOver(message, 3)).toBe(true)
  expect(await handOver(message)).toBe(true)
  expect(got).toHaveLength(3)
  expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
  expect((await receivers().find(to.id))?.failingSince).toBeUndefined()
})

test('two deliverers at once send it once', async () => {
  const { receiver: to } = await receiver()
  const { message } = await published(to)
  const done = await Promise.all([handOver(message), handOver(message), handOver(message)])
  expect(done).toContain(true)
  expect(got).toHaveLength(1)
})

test('is given up after three days; the receiver is paused, its owner told, and what waits comes when it is back', async () => {
  const { receiver: to } = await receiver()
  const { message } = await published(to)
  const begun = Date.parse(world.clock.now())
  answers.push(...Array<number>(MOST_ATTEMPTS).fill(503))
  for (let receives = 1; !(await handOver(message, receives)); receives++);
  const row = async () => (await deliveries().of(to.id, 10)).at(-1)!
  while ((await row()).status === 'waiting') {
    expect(await sweep()).toBe(0)
    world.clock.set((await row()).dueAt!)
    expect(await sweep()).toBe(1)
  }
  expect(await row()).toMatchObject({ status: 'failed', attempts: MOST_ATTEMPTS })
  expect(got).toHaveLength(MOST_ATTEMPTS)
  expect(Date.parse(world.clock.now()) - begun).toBeGreaterThan(72 * 3_600_000)
  expect((await receivers().find(to.id))?.paused).toMatchObject({ why: 'failing' })
  const { items } = await mailbox.list({ to: councilHost.email, limit: 10 })
  expect(items).toHaveLength(1)
  expect(items[0]!.subject).toContain(to.name)
  expect(items[0]!.text).toContain('HTTP 503')

  const later = await published(to)
  expect(await handOver(later.message)).toBe(true)
  expect(got).toHaveLength(MOST_ATTEMPTS)
  const operator = { id: 'o', name: 'O', email: 'o@x', grants: [{ role: 'operator', scope: '*' }] as const }
  const deps = { ...world.platform, receivers: receivers(), deliveries: deliveries() }
  const at = { place: to.place, id: to.id }
  await resumeReceiver({ ...deps, mailQueue: queue, localReceivers: true }, operator, at)
  expect(queue.messages).toEqual([later.message])
  expect(await handOver(later.message)).toBe(true)
  expect(got).toHaveLength(MOST_ATTEMPTS + 1)
})

test('a receiver that says it is gone is asked no more', async () => {
  const { receiver: to } = await receiver()
  const { message } = await published(to)
  answers.push(410)
  expect(await handOver(message)).toBe(true)
  expect((await receivers().find(to.id))?.paused).toMatchObject({ why: 'gone' })
})

test('of two secrets both sign, the old one until its end', async () => {
  const old = await newSecret(world.keys, world.platform.random)
  const endsAt = new Date(Date.parse(world.clock.now()) + 1000).toISOString()
  const fresh = await newSecret(world.keys, world.platform.random)
  const secrets = [{ sealed: fresh.sealed }, { sealed: old.sealed, endsAt }]
  const { receiver: to } = await receiver({ secrets })
  await handOver((await published(to)).message)
  for (const { text: secret } of [old, fresh]) verified(secret, got[0]!)
  world.clock.forward(1)
  await handOver((await published(to)).message)
  verified(fresh.text, got[1]!)
  expect(String(got[1]!.headers['webhook-signature']).split(' ')).toHaveLength(1)
})

test('nobody hears of what is not public, of what they did not choose, or of what is not theirs', async () => {
  const { receiver: to } = await receiver({ events: ['withdrawn'] })
  await receiver({ place: 'host:other', events: ['withdrawn'] })
  await receiver({ createdAt: '2099-01-01T00:00:00.000Z', events: ['withdrawn'] })
  const { id } = await world.collecting()
  const { id: hidden } = await world.submitted()
  for (const one of [id, hidden]) {
    await runCommand(world.deps, one, { type: 'withdraw', by: { role: 'author' } })
  }
  const own = {
    all: async () => (await receivers().all()).filter(({ events }) => !events.includes('published')),
  }
  const record = (await world.deps.petitions.loadRecord(id))!
  await announceEvents(
    { mailQueue: queue, receivers: own },
    record,
    new Set(record.events.map(({ seq }) => seq)),
  )
  expect(queue.messages).toMatchObject([{ type: 'webhook', receiver: to.id }])
  const { events } = (await world.deps.petitions.loadRecord(hidden))!
  const { at, seq } = events.at(-1)!
  expect(await handOver({ type: 'webhook', receiver: to.id, delivery: `${at}~${hidden}~${seq}` })).toBe(true)
  expect(got).toEqual([])
})
