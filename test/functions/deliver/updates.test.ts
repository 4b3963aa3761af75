import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { followPetition } from '../../../functions/actions/follow-petition'
import { runCommand } from '../../../functions/actions/run-command'
import { followerTable } from '../../../functions/adapters/dynamodb/followers'
import { throttleTable } from '../../../functions/adapters/dynamodb/throttle'
import { smtpMailer } from '../../../functions/adapters/smtp'
import { composeDeliver } from '../../../functions/composition/deliver'
import { readEnvironment } from '../../../functions/environment'
import type { MailMessage } from '../../../functions/ports/mail-message'
import type { Mail } from '../../../functions/ports/mailer'
import { Mailbox } from '../../../infra/local/mailbox'
import { type SmtpReceiver, startSmtpReceiver } from '../../../infra/local/smtp-receiver'
import { startWorld, type World } from '../api/world'

// News of a petition goes to each follower once, whatever is killed, repeated or refused on the way.

let world: World
let folder: string
let mailbox: Mailbox
let smtp: SmtpReceiver
let deliver: ReturnType<typeof composeDeliver>
/** What the mail system does before it takes a mail. */
let before: (mail: Mail) => void
let handedOver: Mail[]

beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'viche-'))
  mailbox = await Mailbox.open(join(folder, 'mailbox.jsonl'))
  smtp = await startSmtpReceiver(mailbox, 0)
  const real = smtpMailer({ host: '127.0.0.1', port: smtp.port, from: 'petitions@viche.example' })
  const mailer = {
    async send(mail: Mail) {
      before(mail)
      handedOver.push(mail)
      return real.send(mail)
    },
  }
  const env = readEnvironment('deliver', {
    TABLE_NAME: world.dynamo.tableName,
    BUCKET_NAME: 'objects',
    PUBLIC_URL: 'https://petitions.example',
    MAIL_QUEUE_URL: 'https://queue.example/mail',
    ROOT_KEY_ID: 'root',
    MAIL_FROM: 'petitions@viche.example',
    MAIL_MAX_RECEIVES: '6',
    LOCAL_RECEIVERS: 'no',
  })
  deliver = composeDeliver({ ...world.platform, mailer }, env)
})
afterAll(async () => {
  await smtp.stop()
  await mailbox.close()
  await rm(folder, { recursive: true, force: true })
  await world.dynamo.stop()
})
beforeEach(() => {
  before = () => {}
  handedOver = []
  world.mailQueue.messages.splice(0)
})

const press = (path: string, fields: Record<string, string>) =>
  world.pages().request(path, { method: 'POST', body: new URLSearchParams(fields) })

const mailsTo = async (to: string) => (await mailbox.list({ to, limit: 100 })).items

/** Hands a message over as the queue does. @returns whether it was done with */
async function handOver(message: MailMessage, receives = 1): Promise<boolean> {
  const attributes = { ApproximateReceiveCount: String(receives) }
  const record = { messageId: 'm', body: JSON.stringify(message), attributes }
  const { batchItemFailures } = await deliver({ Records: [record] } as unknown as SQSEvent)
  return batchItemFailures.length === 0
}

/** Hands over all that is queued, and what follows from it. */
async function drain(): Promise<void> {
  for (let next = world.mailQueue.messages.shift(); next; next = world.mailQueue.messages.shift()) {
    expect(await handOver(next)).toBe(true)
  }
}

async function follow(petitionId: string, email: string): Promise<void> {
  const { clock, keys, petitions } = world
  const table = { db: world.dynamo.client, name: world.dynamo.tableName }
  const deps = { clock, keys, petitions, followers: followerTable(table), throttle: throttleTable(table) }
  await followPetition(deps, { petitionId, email }, 'uk')
}

/** The threshold is reached. @returns what the stream rings for */
async function news(petitionId: string): Promise<MailMessage> {
  const at = world.clock.now()
  await runCommand(world.deps, petitionId, { type: 'reach-threshold', count: 250, at, index: 249 })
  const { notices } = (await world.petitions.loadRecord(petitionId))!
  const { id } = notices.find(({ to }) => to === 'followers')!
  return { type: 'notice', petitionId, noticeId: id }
}

const evidence = async (petitionId: string) =>
  (await world.petitions.loadRecord(petitionId))!.notices.find(({ to }) => to === 'followers')

describe('following', () => {
  test('begins with an unticked box, keeps the address sealed, and ends by one press', async () => {
    const { id } = await world.collecting()
    const token = await world.signLink(id, 'oksana@example.org')
    const page = await (await world.pages().request(`/confirm?token=${token}`)).text()
    expect(/<input[^>]*name="updates"[^>]*>/.exec(page)?.[0]).not.toContain('checked')
    await press('/confirm', { token })
    expect(await world.rows(`FOLLOWERS#${id}`)).toEqual([])

    const signed = await (await press('/confirm', { token, updates: 'on' })).text()
    expect(signed).toContain('Не писати мені')
    const rows = await world.rows(`FOLLOWERS#${id}`)
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('oksana')
    const { keepUntil } = (await world.petitions.load(id))!
    expect(rows[0]?.expiresAt?.N).toBe(String(Math.ceil(Date.parse(keepUntil!) / 1000)))

    for (let n = 0; n < 2; n++) {
      expect(await (await press('/updates', { token, wish: 'unfollow' })).text()).toContain('Скасувати це')
      expect(await world.rows(`FOLLOWERS#${id}`)).toEqual([])
    }
    expect(await (await press('/updates', { token, wish: 'follow' })).text()).toContain('Повідомлятимемо вас')
    expect(await world.rows(`FOLLOWERS#${id}`)).toHaveLength(1)
  })

  test('opening the link changes nothing; broken and expired ones are told kindly; following is throttled', async () => {
    const { id } = await world.collecting()
    const token = await world.signLink(id, 'petro@example.org')
    for (const path of ['/updates', '/en/updates']) {
      expect((await world.pages().request(`${path}?token=${token}`)).status).toBe(200)
    }
    expect(await world.rows(`FOLLOWERS#${id}`)).toEqual([])
    for (const bad of ['', 'x', token.slice(0, -5)]) {
      const answer = await world.pages().request(`/updates?token=${bad}`)
      expect([answer.status, await answer.text()]).toEqual([
        400,
        expect.stringContaining('Це посилання не діє'),
      ])
    }
    for (let n = 0; n < 20; n++) await press('/updates', { token, wish: 'follow' })
    expect((await press('/updates', { token, wish: 'follow' })).status).toBe(429)
    expect((await press('/updates', { token, wish: 'unfollow' })).status).toBe(200)
  })
})

describe('a milestone', () => {
  test('is mailed once, with a button of the mail program that ends it without login', async () => {
    const { id, title } = await world.collecting()
    await follow(id, 'ivan@example.org')
    const message = await news(id)
    for (let n = 0; n < 3; n++) expect(await handOver(message)).toBe(true)
    const [mail, ...more] = await mailsTo('ivan@example.org')
    expect(more).toEqual([])
    expect(mail?.subject).toBe(`Підписів досить: петицію розгляне рада: ${title}`)
    expect(mail?.text).toContain(
      'Більше не писати мені про цю петицію:\nhttps://petitions.example/updates?token=',
    )
    expect(handedOver[0]?.headers?.['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click')
    expect(await evidence(id)).toMatchObject({ status: 'sent', told: 1, untold: 0, attempts: 1 })

    const { pathname, search } = new URL(mail!.oneClick!)
    const form = new FormData()
    form.set('List-Unsubscribe', 'One-Click')
    for (const body of [form, new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })]) {
      const answer = await world.pages().request(pathname + search, { method: 'POST', body })
      expect(answer.status).toBe(200)
      expect(await world.rows(`FOLLOWERS#${id}`)).toEqual([])
    }
  })

  test('reaches 250 followers in stretches, though a worker is killed in each', async () => {
    const { id } = await world.collecting()
    const people = Array.from({ length: 250 }, (_, n) => `crowd${n}@example.org`)
    for (const email of people) await follow(id, email)
    let message: MailMessage | undefined = await news(id)
    let kills = 0
    while (message) {
      const dies = handedOver.length + 30
      before = () => {
        if (handedOver.length >= dies) throw new Error('killed')
      }
      await handOver(message)
      before = () => {}
      kills++
      // Those it did not reach are rung for one by one, and the round itself goes on.
      const queued = world.mailQueue.messages.splice(0)
      for (const one of queued.filter(({ type }) => type === 'update')) expect(await handOver(one)).toBe(true)
      message = queued.find(({ type }) => type === 'notice')
    }
    expect(kills).toBe(3)
    expect(new Set(handedOver.flatMap(({ to }) => to)).size).toBe(250)
    expect(handedOver).toHaveLength(250)
    expect(await evidence(id)).toMatchObject({ status: 'sent', told: 250, untold: 0 })
  }, 60_000)

  test('is tried again while the mail system is down, and shown as failed only at the end', async () => {
    const { id } = await world.collecting()
    await follow(id, 'patient@example.org')
    const message = await news(id)
    smtp.outage(true)
    expect(await handOver(message)).toBe(false)
    expect(await evidence(id)).toMatchObject({ status: 'pending' })
    expect(await handOver(message, 6)).toBe(false)
    expect(await evidence(id)).toMatchObject({ status: 'failed' })
    smtp.outage(false)
    expect(await handOver(message)).toBe(true)
    expect(await mailsTo('patient@example.org')).toHaveLength(1)
    expect(await evidence(id)).toMatchObject({ status: 'sent', told: 1 })
  })

  test('a worker that died with the round in hand holds it up only until its lease is over', async () => {
    const { id } = await world.collecting()
    await follow(id, 'waiting@example.org')
    const message = await news(id)
    const [first, second] = await Promise.all([handOver(message), handOver(message)])
    expect([first, second].filter(Boolean)).toHaveLength(1)
    expect(await handOver(message)).toBe(true)
    expect(handedOver).toHaveLength(1)
  })

  test('goes neither to who has opted out nor to who began to follow after it', async () => {
    const { id } = await world.collecting()
    await follow(id, 'gone@example.org')
    const message = await news(id)
    await press('/updates', { token: await world.signLink(id, 'gone@example.org'), wish: 'unfollow' })
    world.clock.forward(1)
    await follow(id, 'later@example.org')
    expect(await handOver(message)).toBe(true)
    await drain()
    expect(handedOver).toEqual([])
    const { notices } = await (await world.api().request(`/api/v1/petitions/${id}`)).json()
    expect(notices.filter(({ to }: { to: string }) => to === 'followers')).toEqual([])
  })
})
