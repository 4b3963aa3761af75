import { appendFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { smtpMailer } from '../../../functions/adapters/smtp'
import { Mailbox, type MailboxItem } from '../../../infra/local/mailbox'
import { mailboxRoutes } from '../../../infra/local/mailbox-routes'
import { startSmtpReceiver } from '../../../infra/local/smtp-receiver'
import { temporaryFolder } from './temporary-folder'

const mail = {
  to: ['olena@example.org'],
  subject: 'Підтвердьте підпис — «Сквер на Подолі»',
  text: 'Доброго дня!\n\nПідтвердити: http://localhost:3000/confirm?token=abc.def_-1.\n(докладніше: https://example.org/a)',
  html: '<p>Доброго дня! <a href="http://localhost:3000/confirm?token=abc.def_-1">Підтвердити</a></p>',
  messageId: '<one@viche.example>',
}

async function post(file?: string) {
  const path = file ?? join(await temporaryFolder(), 'mailbox.jsonl')
  const mailbox = await Mailbox.open(path)
  const smtp = await startSmtpReceiver(mailbox, 0)
  const mailer = smtpMailer({ host: '127.0.0.1', port: smtp.port, from: 'petitions@viche.example' })
  const app = mailboxRoutes({ mailbox, outage: smtp.outage })
  let closed = false
  const close = async () => {
    if (closed) return
    closed = true
    mailer.close()
    await smtp.stop()
    await mailbox.close()
  }
  onTestFinished(close)
  const list = async (query = '') => {
    const answer = await app.request(`/?${query}`, { headers: { accept: 'application/json' } })
    return (await answer.json()) as { items: MailboxItem[]; nextCursor?: string }
  }
  return { path, mailbox, mailer, smtp, app, list, close }
}

test('a mail sent over SMTP is in the mailbox, word for word, with its links', async () => {
  const { mailer, list } = await post()
  expect((await mailer.send(mail)).messageId).toBe('<one@viche.example>')
  const { items } = await list()
  expect(items).toMatchObject([
    {
      id: '1',
      to: 'olena@example.org',
      subject: mail.subject,
      text: mail.text,
      links: ['http://localhost:3000/confirm?token=abc.def_-1', 'https://example.org/a'],
    },
  ])
  expect(items[0]?.html).toContain('Доброго дня!')
})

test('a repeat with the same Message-ID for the same receiver is kept once, others are not', async () => {
  const { mailer, list } = await post()
  await mailer.send(mail)
  await mailer.send(mail)
  await mailer.send({ ...mail, to: ['Olena@example.org', 'taras@example.org'] })
  await mailer.send({ ...mail, messageId: '<two@viche.example>' })
  expect((await list()).items.map(({ to }) => to)).toEqual([
    'olena@example.org',
    'taras@example.org',
    'olena@example.org',
  ])
})

test('the mailbox outlives a restart, repeats included; a line cut short by a kill is dropped', async () => {
  const first = await post()
  await first.mailer.send(mail)
  await first.close()
  await appendFile(first.path, '{"id":"2","to":"half')
  const second = await post(first.path)
  await second.mailer.send(mail)
  await second.mailer.send({ ...mail, messageId: '<two@viche.example>' })
  await second.close()
  const { items } = await (await post(first.path)).list()
  expect(items.map(({ id, subject }) => [id, subject])).toEqual([
    ['2', mail.subject],
    ['1', mail.subject],
  ])
})

test('lists are newest first, filtered and paged', async () => {
  const { mailer, list } = await post()
  for (let n = 1; n <= 5; n++) {
    await mailer.send({
      ...mail,
      to: [n % 2 ? 'a@example.org' : 'b@example.org'],
      messageId: `<${n}@x.example>`,
    })
  }
  const ids = async (query: string) => (await list(query)).items.map(({ id }) => id)
  expect(await ids('')).toEqual(['5', '4', '3', '2', '1'])
  expect(await ids('to=A@example.org')).toEqual(['5', '3', '1'])
  expect(await ids('after=3')).toEqual(['5', '4'])
  const page = await list('limit=2&to=a@example.org')
  expect(page).toMatchObject({ items: [{ id: '5' }, { id: '3' }], nextCursor: '3' })
  expect(await list(`limit=2&to=a@example.org&cursor=${page.nextCursor}`)).toMatchObject({
    items: [{ id: '1' }],
  })
  expect((await list('limit=2&to=a@example.org&cursor=3')).nextCursor).toBeUndefined()
})

test('in an outage sending fails, kept connections included; afterwards it works again', async () => {
  const { mailer, app, list } = await post()
  await mailer.send(mail)
  const outage = (on: unknown) =>
    app.request('/outage', {
      method: 'PUT',
      body: JSON.stringify({ on }),
      headers: { 'content-type': 'application/json' },
    })
  expect((await outage(true)).status).toBe(200)
  await expect(mailer.send({ ...mail, messageId: '<two@x.example>' })).rejects.toThrow(/4[25]1/)
  await expect(mailer.send({ ...mail, messageId: '<two@x.example>' })).rejects.toThrow(/4[25]1/)
  expect((await outage(false)).status).toBe(200)
  await mailer.send({ ...mail, messageId: '<two@x.example>' })
  expect((await list()).items).toHaveLength(2)
  expect((await outage('yes')).status).toBe(400)
})

test('the page shows mails as text, their HTML in a shut frame, and lets no script run', async () => {
  const { mailer, app } = await post()
  const hostile = '<script>alert(1)</script>'
  await mailer.send({ ...mail, subject: hostile, html: `${mail.html}${hostile}` })
  const page = await app.request('/', { headers: { accept: 'text/html,*/*' } })
  expect(page.headers.get('content-security-policy')).not.toContain('script')
  expect(await page.text()).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  const one = await (await app.request('/1', { headers: { accept: 'text/html' } })).text()
  expect(one).toContain('<a href="http://localhost:3000/confirm?token=abc.def_-1"')
  expect(one).toContain('<iframe title="HTML" sandbox="" src="/__local/mailbox/1/html">')
  const html = await app.request('/1/html')
  expect(html.headers.get('content-security-policy')).toMatch(/^sandbox; default-src 'none'/)
})

test.each([
  'limit=0',
  'limit=1001',
  'after=x',
  'cursor=-1',
])('a wrong query is refused: %s', async (query) => {
  const { app } = await post()
  const answer = await app.request(`/?${query}`, { headers: { accept: 'application/json' } })
  expect(answer.status).toBe(400)
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})

test('mails of unknown numbers are not found', async () => {
  const { app } = await post()
  expect((await app.request('/7')).status).toBe(404)
})

test('thousands of mails are taken and listed quickly', async () => {
  const { mailer, mailbox, list } = await post()
  const began = performance.now()
  await Promise.all(
    Array.from({ length: 3000 }, (_, n) => mailer.send({ ...mail, messageId: `<${n}@x.example>` })),
  )
  const sent = performance.now() - began
  const { items } = await list('limit=1000')
  expect(items).toHaveLength(1000)
  expect((await mailbox.list({ limit: 5000 })).items).toHaveLength(3000)
  expect(sent).toBeLessThan(15_000)
})
