import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SESv2Client } from '@aws-sdk/client-sesv2'
import { expect, onTestFinished, test } from 'vitest'
import { sesMailer } from '../../../functions/adapters/ses'
import { linkTokens } from '../../../functions/signing/link-token'
import { memoryKeyRing } from '../../support/platform'

const NOW = '2026-05-20T09:00:00.000Z'

/** SES as far as taking a mail goes: keeps what it was sent. */
async function startSes() {
  const taken: { path: string; body: Record<string, never> }[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    taken.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString()) })
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ MessageId: 'ses-1' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return { taken, ses: new SESv2Client({ endpoint, region: 'eu-central-1', credentials }) }
}

const mail = {
  to: ['oksana@example.org'],
  subject: 'Квитанція',
  text: 'Добрий день!',
  html: '<p>Добрий день!</p>',
  messageId: '<1@viche.example>',
}

test('a mail is handed over with the id by which a repeat is recognised', async () => {
  const { taken, ses } = await startSes()
  expect(await sesMailer(ses, 'petitions@viche.example').send(mail)).toEqual({ messageId: 'ses-1' })
  expect(taken[0]?.path).toBe('/v2/email/outbound-emails')
  expect(taken[0]?.body).toMatchObject({
    FromEmailAddress: 'petitions@viche.example',
    Destination: { ToAddresses: mail.to },
    Content: { Simple: { Headers: [{ Name: 'X-Viche-Id', Value: mail.messageId }] } },
  })
  expect(JSON.stringify(taken[0])).not.toContain('Attachments')
})

/** SES takes values of at most 870 characters. */
const HEADER_MOST = 870

test('the headers that end such mails go with it, however long the address they hold', async () => {
  const { taken, ses } = await startSes()
  const email = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.ua`
  expect(email).toHaveLength(254)
  const link = { purpose: 'updates', petitionId: 'a'.repeat(10), email, locale: 'uk' } as const
  const token = await linkTokens(memoryKeyRing()).seal(link, NOW, '2030-01-01T00:00:00.000Z')
  const headers = {
    'List-Unsubscribe': `<https://petitions.a-long-name-of-a-community.gov.ua/en/updates?token=${token}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
  expect(headers['List-Unsubscribe'].length).toBeLessThan(HEADER_MOST)
  await sesMailer(ses, 'petitions@viche.example').send({ ...mail, headers })
  expect(taken[0]?.body).toMatchObject({
    Content: {
      Simple: {
        Headers: [
          ...Object.entries(headers).map(([Name, Value]) => ({ Name, Value })),
          { Name: 'X-Viche-Id', Value: mail.messageId },
        ],
      },
    },
  })
})

test('a text that comes with it keeps every character', async () => {
  const { taken, ses } = await startSes()
  const file = {
    fileName: 'viche-a-0.tlog-proof',
    type: 'text/plain; charset=utf-8',
    text: '— petitions.example/log AAAA\n',
  }
  await sesMailer(ses, 'petitions@viche.example').send({ ...mail, attachments: [file] })
  expect(taken[0]?.body).toMatchObject({
    Content: {
      Simple: {
        Attachments: [
          {
            FileName: file.fileName,
            ContentType: file.type,
            ContentDisposition: 'ATTACHMENT',
            ContentTransferEncoding: 'BASE64',
            RawContent: Buffer.from(file.text).toString('base64'),
          },
        ],
      },
    },
  })
})
