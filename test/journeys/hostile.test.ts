import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { STAFF_ROUTES } from '../../functions/staff/routes'
import { topology } from '../../infra/topology'
import { type ForeignSite, serveForeignSite } from '../support/journeys/foreign-site'
import { Guarded } from '../support/journeys/guarded'
import { Reader, startBrowser } from '../support/journeys/reader'
import { crossing } from '../support/journeys/wishes'

// What other sites, forged headers and crafted fields try on whoever uses the product.

const FOREIGN = 'https://evil.example'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

let guarded: Guarded
let cookie: string
beforeAll(async () => {
  guarded = await Guarded.start()
  cookie = (await guarded.staff.head!.credentials()).cookie
})
afterAll(() => guarded?.town.stop())

/** Addresses of the desk that take forms, with this petition, council and host in them. */
const deskForms = () =>
  Object.keys(STAFF_ROUTES)
    .filter((name) => name.startsWith('POST /staff/') && STAFF_ROUTES[name] !== 'open')
    .map((name) =>
      name
        .replace('POST ', '')
        .replace('/petitions/:id', `/petitions/${guarded.id}`)
        .replace(':action', 'extend')
        .replace(':notice', 'none')
        .replace('/settings/:id', '/settings/malva'),
    )
    .filter((path) => !path.includes('/hosts/'))

describe('forged requests (CSRF)', () => {
  test('a form of the desk counts only with the proof of the session that showed it', async () => {
    await guarded.remember()
    const { cookie: other } = await guarded.staff.moderator!.credentials()
    const csrfOfOther = csrfIn((await guarded.town.get('/staff', { cookie: other })).text)
    await guarded.remember()
    expect(deskForms().length).toBeGreaterThan(8)
    for (const path of deskForms()) {
      for (const csrf of ['', csrfOfOther, 'x'.repeat(5000)]) {
        const body = new URLSearchParams({ csrf, scope: 'community:malva' }).toString()
        const answer = await guarded.town.send('POST', path, body, { ...FORM, cookie })
        expect([path, csrf.length, answer.status]).toEqual([path, csrf.length, 403])
      }
    }
    await guarded.nothingWritten()
  })

  test('a request that a browser says another site has sent is refused, whatever it carries', async () => {
    const csrf = csrfIn((await guarded.town.get('/staff', { cookie })).text)
    await guarded.remember()
    const body = new URLSearchParams({ csrf }).toString()
    for (const from of [{ origin: FOREIGN }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
      const form = await guarded.town.send('POST', '/staff/sign-out', body, { ...FORM, ...from, cookie })
      expect([from, ...form.problem]).toEqual([from, 403, 'csrf'])
      const step = await guarded.town.post(
        `/api/v1/staff/petitions/${guarded.id}/publish`,
        {},
        { ...from, cookie },
      )
      expect([from, ...step.problem]).toEqual([from, 403, 'csrf'])
    }
    await guarded.nothingWritten()
  })
})

describe('another site in the reader’s browser', () => {
  let foreign: ForeignSite
  beforeAll(async () => {
    const frame = (path: string) => `<iframe src="${guarded.town.url}${path}" title="x"></iframe>`
    foreign = await serveForeignSite({
      '/frames': { body: ['/', `/petitions/${guarded.id}/sign`, '/staff/sign-in'].map(frame).join('') },
      '/forge': {
        body: `<form method="post" action="${guarded.town.url}/staff/petitions/${guarded.id}/extend"><input name="csrf" value="x"></form><script src="/send.js"></script>`,
      },
      '/send.js': { body: 'document.forms[0].submit()', type: 'text/javascript' },
    })
  })
  afterAll(() => foreign?.stop())

  test('can frame no page but the widget’s, and sends no form on behalf of a member of staff', async () => {
    const browser = await startBrowser()
    try {
      const reader = await Reader.open(browser, guarded.town)
      const [name, value] = cookie.split('=') as [string, string]
      await reader.page.context().addCookies([{ name, value, url: guarded.town.url, sameSite: 'Lax' }])
      await reader.page.goto(`${foreign.url}/frames`)
      await expect
        .poll(() => reader.complaints.filter((line) => line.includes('frame-ancestors')).length)
        .toBeGreaterThanOrEqual(3)
      for (const frame of reader.page.frames().slice(1)) expect(await frame.content()).not.toContain('Віче')

      const answered = reader.page.waitForResponse((response) => response.url().includes('/extend'))
      await reader.page.goto(`${foreign.url}/forge`)
      expect((await answered).status()).toBe(403)
    } finally {
      await browser.close()
    }
  })
})

test('every kind of answer says that nobody may frame it, but the widget', async () => {
  const paths = [
    '/',
    '/en/',
    `/petitions/${guarded.id}`,
    '/nowhere',
    '/api/v1/petitions',
    '/staff/sign-in',
    '/confirm',
    '/me',
  ]
  for (const path of [...paths, '/assets/none.js', '/log/verifier-key', '/petitions/search', '/embed']) {
    const { headers } = await guarded.town.get(path)
    expect([path, headers.get('content-security-policy')]).toEqual([
      path,
      expect.stringContaining("frame-ancestors 'none'"),
    ])
    expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY'])
    expect([path, headers.get('x-content-type-options')]).toEqual([path, 'nosniff'])
  }
  const framed = topology.routes.filter(({ headers }) => headers === 'embedded').map(({ path }) => path)
  expect(framed).toEqual(['/embed/*', '/en/embed/*'])
})

test('no address leads to another site, whatever its parameters say (open redirect)', async () => {
  const elsewhere = [
    FOREIGN,
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    '%0d%0aLocation: https://evil.example',
  ]
  const names = ['petition', 'page', 'token', 'next', 'return', 'redirect_uri', 'url', 'state', 'community']
  const paths = [
    ...[
      '/staff/sign-in',
      '/staff/enter',
      '/staff',
      '/confirm',
      '/receipt',
      '/updates',
      '/author',
      '/author/link',
      '/me',
    ],
    ...[
      `/petitions/${guarded.id}/signers`,
      '/petitions/search',
      '/communities/malva/submit/kyiv',
      '/identity/openid/callback',
    ],
    ...[
      '//evil.example',
      '/%5Cevil.example',
      '/staff//evil.example',
      '/petitions/https://evil.example/signers',
    ],
  ]
  for (const path of paths) {
    for (const to of elsewhere) {
      const query = new URLSearchParams(names.map((name) => [name, to]))
      const answer = await guarded.town.get(`${guarded.town.url}${path}?${query}`, { cookie })
      expect([path, to, answer.status < 500]).toEqual([path, to, true])
      const location = answer.headers.get('location')
      if (location === null) continue
      expect([path, new URL(location, guarded.town.url).origin]).toEqual([path, guarded.town.url])
    }
  }
})

test('line breaks in fields make neither header nor mail of their own (header injection)', async () => {
  const author = guarded.town.resident(11)
  const breaks = [
    'Тема\r\nBcc: spy@evil.example',
    'Тема\nBcc: spy@evil.example',
    'Тема\u2028Bcc: spy@evil.example',
  ]
  const statuses: number[] = []
  for (const title of breaks) statuses.push((await author.asksToSubmit({ ...crossing, title })).status)
  expect(statuses.every((status) => status === 400 || status === 202)).toBe(true)
  const signed = await guarded.town.post('/api/v1/staff/sign-in', {
    email: 'head@malva.example\r\nBcc: spy@evil.example',
  })
  expect(signed.problem).toEqual([400, 'invalid-body'])
  await guarded.town.settled()
  expect(await guarded.town.mails('spy@evil.example')).toEqual([])
  for (const { subject } of await guarded.town.mails(author.email)) expect(subject).not.toMatch(/[\r\n]/)

  for (const locale of ['uk\r\nx-evil: 1', 'uk%0d%0ax-evil:%201']) {
    const answer = await guarded.town.get(`/petitions/search?q=${encodeURIComponent(locale)}`)
    expect(answer.headers.get('x-evil')).toBeNull()
  }
})

test('addresses in mails and pages are the site’s own, whatever host a request names (host header)', async () => {
  const resident = guarded.town.resident(12)
  const altcha = await resident.solves({ purpose: 'sign', petition: guarded.id })
  const body = JSON.stringify({ person: resident.name, email: resident.email, noticeRead: true, altcha })
  const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
  const sent = await raw('POST', `/api/v1/petitions/${guarded.id}/signatures`, body, {
    ...forged,
    'content-type': 'application/json',
  })
  expect(sent.status).toBe(202)
  const { links, html, text } = await guarded.town.mail(resident.email, 'Підтвердьте підпис')
  for (const link of links) expect(new URL(link).origin).toBe(guarded.town.url)
  expect(`${html}${text}`).not.toContain('evil.example')
  for (const path of [
    '/',
    `/petitions/${guarded.id}`,
    '/petitions/search',
    '/staff/sign-in',
    '/embed',
    '/confirm',
  ]) {
    expect([path, (await raw('GET', path, '', forged)).text.includes('evil.example')]).toEqual([path, false])
  }
})

test('what the CDN keeps depends on nothing but path and named parameters (cache poisoning)', async () => {
  const kept = topology.routes.filter(({ cachedBy }) => cachedBy !== undefined).map(({ path }) => path)
  const paths = [
    ...new Set(kept.map((path) => withParameters(path.replace('*', guarded.id)))),
    '/',
    '/en/',
    `/petitions/${guarded.id}`,
  ]
  expect(kept.length).toBeGreaterThan(4)
  const readers = [
    { 'accept-language': 'en' },
    { 'accept-language': 'uk', cookie },
    { cookie: 'viche_session=x; theme=<script>' },
    {
      accept: 'application/json',
      'x-forwarded-host': 'evil.example',
      'x-original-url': '/staff',
      'x-http-method-override': 'POST',
    },
  ]
  for (const path of paths) {
    const plain = await guarded.town.get(path)
    expect([path, plain.status]).toEqual([path, 200])
    for (const headers of readers) {
      const answer = await guarded.town.get(path, headers)
      expect([path, headers, answer.text === plain.text]).toEqual([path, headers, true])
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
  }
  for (const path of [
    '/staff',
    '/staff/people',
    `/api/v1/staff/petitions/${guarded.id}`,
    '/confirm?token=x',
    '/me',
    '/author?token=x',
  ]) {
    const answer = await guarded.town.get(path, { cookie })
    expect([path, answer.headers.get('cache-control')]).toEqual([path, expect.stringContaining('no-store')])
  }
})

test('fields that a form does not have change nothing (mass assignment)', async () => {
  const { town, staff } = guarded
  const csrf = csrfIn((await town.get('/staff', { cookie })).text)
  const extra = {
    id: 'other',
    status: 'answered',
    version: '99',
    grants: '[{"role":"operator","scope":"*"}]',
    role: 'operator',
    threshold: '1',
    communityId: 'kyiv',
    __proto__: 'x',
    constructor: 'x',
  }
  const before = await town.petition(guarded.id)
  const members = await staff.head!.readsDesk('/staff/people')
  for (const path of deskForms().filter((path) => /petitions|people/.test(path))) {
    const body = new URLSearchParams({ csrf, scope: 'community:malva', ...extra }).toString()
    const answer = await town.send('POST', path, body, { ...FORM, cookie })
    expect([path, answer.status < 500]).toEqual([path, true])
  }
  await town.settled()
  const { status, threshold, community, number } = await town.petition(guarded.id)
  expect({ status, threshold, community, number }).toEqual({
    status: before.status,
    threshold: before.threshold,
    community: before.community,
    number: before.number,
  })
  expect(await staff.head!.readsDesk('/staff/people')).toBe(members)
})

test('nobody learns by answer whose address is known', async () => {
  const known = ['head@malva.example', guarded.town.resident(0).email]
  const unknown = ['nobody@malva.example', 'stranger@example.org']
  const asks: [string, (email: string) => Promise<unknown[]>][] = [
    ['staff sign-in', async (email) => told(await guarded.town.post('/api/v1/staff/sign-in', { email }))],
    ['staff sign-in page', async (email) => told(await form('/staff/sign-in', { email }))],
    ['author’s link', async (email) => told(await form('/author/link', { email, petition: guarded.id }))],
    ['own page', async (email) => told(await form('/me', { email }))],
  ]
  for (const [what, ask] of asks) {
    const answers = []
    for (const email of [...known, ...unknown])
      answers.push(JSON.stringify(await ask(email)).replaceAll(email, '…'))
    expect([what, new Set(answers).size]).toEqual([what, 1])
  }
})

test('nor by how long the answer takes', async () => {
  const rounds = 15
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let round = 0; round < rounds; round++) {
    for (const [kind, email] of [
      ['known', 'secretary@malva.example'],
      ['unknown', `nobody-${round}@malva.example`],
    ] as const) {
      const began = performance.now()
      await guarded.town.post(
        '/api/v1/staff/sign-in',
        { email },
        { 'x-forwarded-for': `198.51.100.${round}` },
      )
      times[kind].push(performance.now() - began)
    }
  }
  const [known, unknown] = [median(times.known), median(times.unknown)]
  expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(2)
})

const form = (path: string, fields: Record<string, string>) =>
  guarded.town.send('POST', path, new URLSearchParams(fields).toString(), {
    ...FORM,
    origin: guarded.town.url,
  })

/** Asked with what it cannot do without. */
function withParameters(path: string): string {
  return path.endsWith('/similar') ? `${path}?community=malva&q=перехід` : path
}

function told(answer: { status: number; text: string; headers: Headers }): unknown[] {
  return [answer.status, answer.text, answer.headers.get('location')]
}

function csrfIn(html: string): string {
  const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1]
  if (!csrf) throw new Error('no form of the desk')
  return csrf
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
}

/** As `fetch` would, but with the host header that is given. */
function raw(
  method: string,
  path: string,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(guarded.town.url)
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      { hostname, port, method, path, headers: { ...headers, 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
