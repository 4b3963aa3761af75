import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contactTable } from '../../../functions/adapters/dynamodb/contacts'
import { smtpMailer } from '../../../functions/adapters/smtp'
import { composeDeliver } from '../../../functions/composition/deliver'
import { readEnvironment } from '../../../functions/environment'
import type { MailMessage } from '../../../functions/ports/mail-message'
import { openContact } from '../../../functions/signing/contact-seal'
import { Mailbox } from '../../../infra/local/mailbox'
import { type SmtpReceiver, startSmtpReceiver } from '../../../infra/local/smtp-receiver'
import { provenBy } from '../../support/receipt'
import { startWorld, type World } from '../api/world'

const PUBLIC_URL = 'https://petitions.example'

let world: World
let folder: string
let mailbox: Mailbox
let smtp: SmtpReceiver
let deliver: ReturnType<typeof composeDeliver>
beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'viche-'))
  mailbox = await Mailbox.open(join(folder, 'mailbox.jsonl'))
  smtp = await startSmtpReceiver(mailbox, 0)
  const mailer = smtpMailer({ host: '127.0.0.1', port: smtp.port, from: 'petitions@viche.example' })
  const env = readEnvironment('deliver', {
    TABLE_NAME: world.dynamo.tableName,
    BUCKET_NAME: 'objects',
    PUBLIC_URL,
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

/** Presses buttons as a reader without scripts does. */
const press = (path: string, fields: Record<string, string>) =>
  world.pages().request(path, { method: 'POST', body: new URLSearchParams(fields) })

/** Hands over the newest message, as the queue does. @returns whether it was done with */
async function handOver(id: string, message: MailMessage | undefined = world.mailQueue.messages.at(-1)) {
  const record = {
    messageId: id,
    body: JSON.stringify(message),
    attributes: { ApproximateReceiveCount: '1' },
  }
  const { batchItemFailures } = await deliver({ Records: [record] } as unknown as SQSEvent)
  return batchItemFailures.length === 0
}

const mailsTo = async (to: string) => (await mailbox.list({ to, limit: 100 })).items

/** Somebody who has signed a petition, and may ask for the receipt. */
async function signed(name: string) {
  const { id } = await world.collecting()
  const email = `${name}@example.org`
  const token = await world.signLink(id, email)
  expect((await press('/confirm', { token })).status).toBe(200)
  return { id, email, token }
}

test('the receipt is mailed once it is there: before that the queue tries again', async () => {
  const { id, email, token } = await signed('patient')
  const asked = await press('/receipt', { token })
  expect(asked.status).toBe(200)
  expect(await asked.text()).toContain('Надсилаємо квитанцію')
  expect(JSON.stringify(world.mailQueue.messages)).not.toContain(email)
  expect(await handOver('m1')).toBe(false)
  expect(await mailsTo(email)).toEqual([])

  await world.sequence(id)
  expect(await handOver('m1')).toBe(true)
  const [mail] = await mailsTo(email)
  expect(mail?.subject).toContain('Квитанція про підпис')
  expect(mail?.text).toContain('Номер запису в журналі: 1')
  const [file] = mail?.attachments ?? []
  expect(file?.name).toBe(`viche-${id}-0.tlog-proof`)
  expect(await provenBy(file!.text, [])).toMatchObject({ index: 0, size: 1 })
})

describe('asked for again', () => {
  test('within ten minutes it is not mailed again, later it is', async () => {
    const { id, email, token } = await signed('eager')
    await world.sequence(id)
    for (const message of ['e1', 'e2', 'e1']) {
      await press('/receipt', { token })
      expect(await handOver(message)).toBe(true)
    }
    expect(await mailsTo(email)).toHaveLength(1)
    world.clock.forward(601)
    expect(await handOver('e3')).toBe(true)
    expect(await mailsTo(email)).toHaveLength(2)
  })

  test('an attempt that the mail server refused is made again', async () => {
    const { id, email, token } = await signed('unlucky')
    await world.sequence(id)
    await press('/receipt', { token })
    smtp.outage(true)
    expect(await handOver('u1')).toBe(false)
    smtp.outage(false)
    expect(await handOver('u1')).toBe(true)
    expect(await mailsTo(email)).toHaveLength(1)
  })
})

describe('the address', () => {
  test('is kept, sealed, only where the box was ticked, and as long as the petition', async () => {
    const contacts = contactTable({ db: world.dynamo.client, name: world.dynamo.tableName })
    const { id, email, token } = await signed('keeping')
    await world.sequence(id)
    await press('/en/receipt', { token })
    await handOver('k1')
    expect(await world.rows(`CONTACTS#${id}`)).toEqual([])

    await press('/en/receipt', { token, keep: 'on' })
    await handOver('k2')
    const rows = await world.rows(`CONTACTS#${id}`)
    expect(JSON.stringify(rows)).not.toContain('keeping')
    const sealed = (await contacts.get(id, 0, world.clock.now()))!
    const contact = await openContact(world.keys, sealed, { petitionId: id, index: 0 })
    expect(contact).toEqual({ petitionId: id, index: 0, email, locale: 'en' })
    const { keepUntil } = (await world.petitions.load(id))!
    expect(rows[0]?.expiresAt?.N).toBe(String(Math.ceil(Date.parse(keepUntil!) / 1000)))
  })
})

describe('nothing is mailed', () => {
  test('for a link that was never confirmed', async () => {
    const { id } = await world.collecting()
    const token = await world.signLink(id, 'nobody@example.org')
    const asked = await press('/receipt', { token })
    expect([asked.status, await asked.text()]).toEqual([404, expect.stringContaining('signature-not-found')])
    expect(await handOver('n1', { type: 'receipt', token, locale: 'uk', keep: true })).toBe(true)
    expect(await mailsTo('nobody@example.org')).toEqual([])
    expect(await world.rows(`CONTACTS#${id}`)).toEqual([])
  })

  test('for a broken form or link, or one that has run out', async () => {
    const { id, email, token } = await signed('late')
    await world.sequence(id)
    expect((await press('/receipt', { token: 'x' })).status).toBe(400)
    expect((await press('/receipt', { token, keep: 'maybe' })).status).toBe(400)
    world.clock.forward(73 * 3600)
    expect((await press('/receipt', { token })).status).toBe(410)
    expect(await handOver('l1', { type: 'receipt', token, locale: 'uk', keep: false })).toBe(true)
    expect(await mailsTo(email)).toEqual([])
  })
})

describe('the page of a receipt, without scripts', () => {
  test('asks for patience, then leads to the file', async () => {
    const { id, token } = await signed('reader')
    const result = await (await press('/confirm', { token })).text()
    const address = /href="(\/receipt\?id=[^"]+)"/.exec(result)?.[1]
    const waiting = await (await world.pages().request(address!)).text()
    expect(waiting).toContain('Готуємо квитанцію')
    await world.sequence(id)
    const ready = await (await world.pages().request(address!)).text()
    expect(ready).toContain('<strong data-number="true">1</strong>')
    const file = /href="(\/api\/v1\/signatures\/[^"]+\/receipt)"/.exec(ready)?.[1]
    expect((await world.api().request(file!)).status).toBe(200)
    const again = await (await press('/confirm', { token })).text()
    expect(again).toContain('Завантажити квитанцію')
  })

  test.each(['', '?id=x', `?id=abc.${'A'.repeat(43)}`])('%j leads nowhere', async (query) => {
    const response = await world.pages().request(`/receipt${query}`)
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('signature-not-found'),
    ])
  })
})
