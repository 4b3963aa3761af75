import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { DynamoDBRecord } from 'aws-lambda'
import { Hono } from 'hono'
import type { Platform } from '../../../functions/composition'
import type { Handlers } from '../../../infra/local/handlers'
import { TABLE } from '../../../infra/local/settings'
import type { Instant } from '../../../shared/calendar/day'

/** Puts an item whose keys the topology's filters know. */
export function put({ db }: Platform, pk: string, sk: string) {
  return db.send(new PutItemCommand({ TableName: TABLE, Item: { pk: { S: pk }, sk: { S: sk } } }))
}

/**
 * A product in small: a saved petition brings a mail through stream, queue and SMTP; a saved signature brings an
 * object; at each instant of `due` the sweep saves a petition.
 */
export function smallHandlers(platform: Platform, due: Instant[] = []): Handlers {
  return {
    api: api(platform),
    receipts: new Hono().all('*', (c) => c.text(`receipts ${c.req.path}`)),
    search: new Hono().all('*', (c) => c.text(`search ${c.req.path}`)),
    pages: new Hono().all('*', (c) => c.text(`pages ${c.req.path}`, 404)),
    residents: new Hono().all('*', (c) => c.text(`residents ${c.req.path}`)),
    staff: new Hono().all('*', (c) => c.text(`staff ${c.req.path}`)),
    documents: new Hono().all('*', (c) => c.text(`documents ${c.req.path}`)),
    sequence: async ({ Records }) => {
      for (const { sk } of Records.map(keys)) {
        await platform.objects.put(`counted/${sk}`, 'counted', { cacheSeconds: 15 })
      }
      return { batchItemFailures: [] }
    },
    react: async ({ Records }) => {
      const petitions = Records.map(keys).filter(({ sk }) => sk === 'PETITION')
      const ids = petitions.map(({ pk }) => pk.split('#')[1] ?? '')
      await platform.mailQueue.send(ids.map((id) => ({ type: 'notice', petitionId: id, noticeId: 'saved' })))
      return { batchItemFailures: [] }
    },
    deliver: async ({ Records }) => {
      const failed: string[] = []
      for (const { body, messageId } of Records) {
        await deliver(platform, JSON.parse(body)).catch(() => failed.push(messageId))
      }
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
    },
    sweep: async () => {
      if (!due[0] || due[0] > platform.clock.now()) return { handled: 0, failed: 0 }
      await put(platform, `PETITION#due-${due.shift()?.slice(0, 10)}`, 'PETITION')
      return { handled: 1, failed: 0 }
    },
  }
}

function api(platform: Platform): Hono {
  const app = new Hono()
  app.put('/api/items/:pk/:sk', async (c) => {
    await put(platform, c.req.param('pk'), c.req.param('sk'))
    return c.json({ saved: true }, 201)
  })
  app.get('/api/address', (c) => c.json({ address: c.req.header('x-forwarded-for') }))
  app.post('/api/echo', async (c) => c.json({ length: (await c.req.text()).length }))
  app.get('/api/broken', () => {
    throw new Error('broken')
  })
  return app
}

async function deliver({ mailer }: Platform, { petitionId }: { petitionId: string }): Promise<void> {
  const text = `Saved: ${petitionId}`
  const messageId = `<${petitionId}@viche.example>`
  await mailer.send({
    to: [`${petitionId}@example.org`],
    subject: text,
    text,
    html: `<p>${text}</p>`,
    messageId,
  })
}

function keys({ dynamodb }: DynamoDBRecord): { pk: string; sk: string } {
  return { pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' }
}
