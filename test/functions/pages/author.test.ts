import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverLink } from '../../../functions/actions/deliver-link'
import { runCommand } from '../../../functions/actions/run-command'
import type { MailMessage } from '../../../functions/ports/mail-message'
import { START, startWorld, type World } from '../api/world'

let world: World
let app: ReturnType<World['pages']>
beforeAll(async () => {
  world = await startWorld()
  app = world.pages()
})
beforeEach(() => {
  world.clock.set(START)
  world.mailQueue.messages.length = 0
})
afterAll(() => world.dynamo.stop())

const email = 'author@example.org'

function ownLink(petitionId: string, days = 120) {
  const now = Date.parse(world.clock.now())
  const end = new Date(now + days * 86_400_000).toISOString()
  return world.tokens.seal({ purpose: 'author', petitionId, email }, world.clock.now(), end)
}

async function press(path: string, fields: Record<string, string>) {
  const headers = { 'x-forwarded-for': '198.51.100.7' }
  const response = await app.request(path, { method: 'POST', headers, body: new URLSearchParams(fields) })
  return { status: response.status, html: await response.text() }
}

async function opened(token: string, language = '') {
  const response = await app.request(`${language}/author?token=${token}`)
  return { status: response.status, html: await response.text() }
}

/** What the queued links would mail, and to whom. */
async function mailed(): Promise<string[]> {
  const to: string[] = []
  const { clock, tokens, petitions } = world
  const mailer = { send: (mail: { to: readonly string[] }) => Promise.resolve(to.push(...mail.to)) }
  const deps = {
    clock,
    tokens,
    petitions,
    mailer,
    staff: {},
    publicUrl: 'https://petitions.example',
  } as never
  for (const message of world.mailQueue.messages as MailMessage[]) {
    if (message.type === 'link') await deliverLink(deps, message.token, message.locale)
  }
  return to
}

describe('the author’s page', () => {
  test('says by which day who has to do what', async () => {
    const { id } = await world.submitted()
    const { html } = await opened(await ownLink(id))
    expect(html).toContain('Модератор перевіряє')
    expect(html).toContain('модератор. Не пізніше: <time datetime="2026-03-04">4\u00a0березня 2026 року')
    expect(html).toContain('Відкликати петицію')
    const english = await opened(await ownLink(id), '/en')
    expect(english.html).toContain('No later than: <time datetime="2026-03-04">')
  })

  test('of a refused petition leads to its steps, filled in with the old words', async () => {
    const { id, title } = await world.submitted()
    await runCommand(world.deps, id, {
      type: 'reject',
      by: { role: 'moderator' },
      ground: 'missing-essence',
      explanation: 'Додайте адресу школи.',
    })
    const { html } = await opened(await ownLink(id))
    expect(html).toContain('у петиції не викладено суть звернення (п. 3)')
    expect(html).toContain('Додайте адресу школи.')
    const form = /<form method="post" action="(\/communities[^"]*)" enctype[^>]*>(.*?)<\/form>/s.exec(html)!
    const body = new FormData()
    for (const [, name, value] of form[2]!.matchAll(/name="([^"]*)" value="([^"]*)"/g))
      body.set(name!, value!)
    body.set('go', 'idea')
    const step = await app.request(form[1]!, { method: 'POST', body })
    const page = await step.text()
    expect(page).toContain('<h1>Що треба зробити?</h1>')
    expect(page).toContain(title)
    expect(page).toContain(`name="author.email" value="${email}"`)
  })
})

describe('a fresh link', () => {
  test('is mailed by one press where the old one has expired', async () => {
    const { id } = await world.collecting()
    const old = await ownLink(id, 1)
    world.clock.forward(2 * 86_400)
    const expired = await opened(old)
    expect([expired.status, expired.html.includes('Надіслати нове посилання')]).toEqual([410, true])
    const sent = await press('/author/link', { token: old })
    expect(sent.html).toContain('Перевірте пошту')
    expect(await mailed()).toEqual([email])
    const withdraw = await press('/author', { token: old })
    expect(withdraw.status).toBe(410)
    expect((await world.petitions.load(id))?.status).toBe('collecting')
  })

  test('is asked for with petition and address, and the answer never tells whose address it is', async () => {
    const { id } = await world.collecting()
    const petition = `https://petitions.example/petitions/${id}`
    const answers = [
      await press('/author/link', { petition, email: ' Author@Example.org ' }),
      await press('/author/link', { petition, email: 'somebody@example.org' }),
      await press('/author/link', { petition: 'unheardof', email }),
    ]
    expect(new Set(answers.map(({ html }) => html)).size).toBe(1)
    expect(world.mailQueue.messages).toHaveLength(3)
    expect(await mailed()).toEqual([email])
  })

  test('mistakes are said beside the fields, and nothing typed is lost', async () => {
    const { status, html } = await press('/author/link', { petition: 'моя петиція', email: 'oksana@' })
    expect(status).toBe(400)
    expect(html).toContain('value="моя петиція"')
    expect(html).toContain('href="#petition"')
    expect(html).toContain('Перевірте адресу електронної пошти')
    expect(world.mailQueue.messages).toHaveLength(0)
  })

  test('comes five times a day at most, and a forged token brings none', async () => {
    const { id } = await world.collecting()
    const fields = { petition: id, email: 'often@example.org' }
    for (let n = 0; n < 5; n++) expect((await press('/author/link', fields)).status).toBe(200)
    expect((await press('/author/link', fields)).status).toBe(429)
    expect((await press('/author/link', { token: 'x' })).status).toBe(400)
    expect(world.mailQueue.messages).toHaveLength(5)
  })
})

test('after confirming the author reads by which day the moderator decides', async () => {
  const { id } = await world.submitted()
  const now = world.clock.now()
  const end = new Date(Date.parse(now) + 3_600_000).toISOString()
  const token = await world.tokens.seal({ purpose: 'submit', petitionId: id, email, locale: 'uk' }, now, end)
  const { html } = await press('/confirm', { token })
  expect(html).toContain('Цю петицію вже подано')
  expect(html).toContain('не пізніше <time datetime="2026-03-04">4\u00a0березня 2026 року</time>')
  const [, own = ''] = /href="\/author\?token=([^"]+)"/.exec(html) ?? []
  expect((await opened(own)).status).toBe(200)
})

test('a link to submit that has expired leads to the form, where the device has the draft', async () => {
  const place = { communityId: 'kalynivka', hostId: 'kalynivka-rada' }
  const link = { purpose: 'submit', petitionId: 'neverwas', email, locale: 'uk', place } as const
  const token = await world.tokens.seal(link, START, new Date(Date.parse(START) + 3_600_000).toISOString())
  world.clock.forward(2 * 3600)
  for (const response of [await app.request(`/confirm?token=${token}`), await press('/confirm', { token })]) {
    expect(response.status).toBe(410)
    const html = 'html' in response ? response.html : await response.text()
    expect(html).toContain('href="/communities/kalynivka/submit/kalynivka-rada"')
  }
})
