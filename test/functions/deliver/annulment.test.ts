import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SQSEvent } from 'aws-lambda'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { annulmentTable } from '../../../functions/adapters/dynamodb/annulments'
import { contactTable } from '../../../functions/adapters/dynamodb/contacts'
import { smtpMailer } from '../../../functions/adapters/smtp'
import { composeDeliver } from '../../../functions/composition/deliver'
import { readEnvironment } from '../../../functions/environment'
import type { Mailer } from '../../../functions/ports/mailer'
import { sealContact } from '../../../functions/signing/contact-seal'
import { Mailbox } from '../../../infra/local/mailbox'
import { type SmtpReceiver, startSmtpReceiver } from '../../../infra/local/smtp-receiver'
import { post, startWorld, type World } from '../api/world'

let world: World
let folder: string
let mailbox: Mailbox
let smtp: SmtpReceiver
let mailer: Mailer
beforeAll(async () => {
  world = await startWorld()
  folder = await mkdtemp(join(tmpdir(), 'viche-'))
  mailbox = await Mailbox.open(join(folder, 'mailbox.jsonl'))
  smtp = await startSmtpReceiver(mailbox, 0)
  mailer = smtpMailer({ host: '127.0.0.1', port: smtp.port, from: 'petitions@viche.example' })
})
afterAll(async () => {
  await smtp.stop()
  await mailbox.close()
  await rm(folder, { recursive: true, force: true })
  await world.dynamo.stop()
})

const table = () => ({ db: world.dynamo.client, name: world.dynamo.tableName })
const mailsTo = async (to: string) => (await mailbox.list({ to, limit: 100 })).items

/** Hands the message over as the queue does. @returns whether it was done with */
async function handOver(petitionId: string, target = 0, by: Mailer = mailer): Promise<boolean> {
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
  const body = JSON.stringify({ type: 'annulment', petitionId, target })
  const record = { messageId: 'm1', body, attributes: { ApproximateReceiveCount: '1' } }
  const { batchItemFailures } = await composeDeliver(
    { ...world.platform, mailer: by },
    env,
  )({
    Records: [record],
  } as unknown as SQSEvent)
  return batchItemFailures.length === 0
}

/** Somebody signs, and leaves the address where asked; then the signature is annulled. */
async function annulled(name: string, keeps: boolean): Promise<{ id: string; email: string }> {
  const { id } = await world.collecting()
  const email = `${name}@example.org`
  const token = await world.signLink(id, email)
  expect((await post(world.api(), '/api/v1/signatures/confirm', { token })).status).toBe(201)
  await world.sequence(id)
  if (keeps) {
    const sealed = await sealContact(world.keys, { petitionId: id, index: 0, email, locale: 'uk' })
    await contactTable(table()).put(id, 0, sealed, '2029-03-02T00:00:00.000Z')
  }
  const annulments = annulmentTable(table())
  const action = await annulments.record(id, {
    id: 'A'.repeat(43),
    at: world.clock.now(),
    by: { role: 'moderator', staffId: 'olena' },
    ground: 'not-own-will',
    explanation: 'Ви написали нам, що не підписували.',
    targets: [{ from: 0, to: 0 }],
    number: 1,
  })
  expect(await annulments.add(id, action, [0])).toEqual([])
  return { id, email }
}

test('whoever left an address is told once the log has it: why, and how to object', async () => {
  const { id, email } = await annulled('told', true)
  expect(await handOver(id)).toBe(true)
  expect(await mailsTo(email)).toEqual([])
  await world.sequence(id)
  expect(await handOver(id)).toBe(true)
  const [mail] = await mailsTo(email)
  expect(mail?.subject).toContain('Ваш підпис анульовано')
  for (const words of [
    'підпис поставлено без участі особи (п. 8.3 Положення про електронні петиції)',
    'Номер підпису в переліку: 1',
    'Номер запису про анулювання в журналі підписів: 2',
    '> Ви написали нам, що не підписували.',
    'Калинівська міська рада',
    'до суду',
    'Your signature under the petition was annulled',
  ]) {
    expect(mail?.text).toContain(words)
  }
  expect(mail?.links).toContain(`https://petitions.example/petitions/${id}`)
})

test('a message that comes again sends nothing again', async () => {
  const { id, email } = await annulled('again', true)
  await world.sequence(id)
  for (let time = 0; time < 3; time++) expect(await handOver(id)).toBe(true)
  expect(await mailsTo(email)).toHaveLength(1)
})

test('a mail that fails, though it may have gone out, is tried again under the same Message-ID', async () => {
  const { id } = await annulled('failing', true)
  await world.sequence(id)
  const ids: string[] = []
  const broken: Mailer = {
    async send(mail) {
      ids.push(mail.messageId)
      const sent = await mailer.send(mail)
      if (ids.length === 1) throw new Error('the answer was lost')
      return sent
    },
  }
  expect(await handOver(id, 0, broken)).toBe(false)
  expect(await handOver(id, 0, broken)).toBe(true)
  expect(ids).toEqual([`<${id}.annulment-0@petitions.example>`, `<${id}.annulment-0@petitions.example>`])
})

test('where no address is held, or nothing was annulled, nobody is written to', async () => {
  const { id, email } = await annulled('silent', false)
  await world.sequence(id)
  expect(await handOver(id)).toBe(true)
  expect(await handOver(id, 5)).toBe(true)
  expect(await mailsTo(email)).toEqual([])
})
