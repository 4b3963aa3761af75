import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { post, problem, signer, startWorld, type World } from './world'

let world: World
let app: ReturnType<World['api']>
let petition: string
beforeAll(async () => {
  world = await startWorld()
  app = world.api()
  petition = (await world.collecting()).id
})
afterAll(() => world.dynamo.stop())

const sound = { person: signer, email: 'oksana@example.org', noticeRead: true, altcha: 'x' }
const author = { ...signer, email: 'oksana@example.org' }
const draft = {
  communityId: 'kalynivka',
  hostId: 'kalynivka-rada',
  title: 'Облаштувати пішохідний перехід',
  text: 'Просимо облаштувати пішохідний перехід біля школи.',
  author,
  noticeRead: true,
  altcha: 'x',
}

async function errors(path: string, body: unknown): Promise<string[]> {
  const response = await post(app, path, body)
  expect(response.status).toBe(400)
  const { code, errors = [] } = await problem(response)
  expect(code).toBe('invalid-body')
  return errors.map((error) => `${error.field}: ${error.code}`)
}

const signErrors = (change: object) =>
  errors(`/api/v1/petitions/${petition}/signatures`, { ...sound, ...change })
const submitErrors = (change: object) => errors('/api/v1/petitions', { ...draft, ...change })

describe('fields of a request to sign', () => {
  const cases: [string, object, string[]][] = [
    [
      'a 10,000-character name',
      { person: { ...signer, surname: 'Ш'.repeat(10_000) } },
      ['person.surname: too-long'],
    ],
    ['an empty name', { person: { ...signer, givenName: '  ' } }, ['person.givenName: too-short']],
    [
      'Latin letters among Cyrillic',
      { person: { ...signer, surname: 'Шевченкo' } },
      ['person.surname: mixed-scripts'],
    ],
    [
      'parts in different scripts',
      { person: { surname: 'Poeta', givenName: 'Олена' } },
      ['person.givenName: mixed-scripts'],
    ],
    [
      'a control character',
      { person: { ...signer, surname: 'Шев\u0000ченко' } },
      ['person.surname: control-characters'],
    ],
    [
      'a right-to-left override',
      { person: { ...signer, surname: 'Шев\u202eченко' } },
      ['person.surname: control-characters'],
    ],
    [
      'digits and tags',
      { person: { ...signer, surname: '<b>Шевченко</b>' } },
      ['person.surname: not-a-name'],
    ],
    ['a missing part', { person: { surname: 'Шевченко' } }, ['person.givenName: missing']],
    [
      'wrong types',
      { person: 7, email: [], noticeRead: 'true' },
      ['person: wrong-type', 'email: wrong-type', 'noticeRead: notice-not-read'],
    ],
    ['an unknown field', { admin: true }, ['admin: unknown-field']],
    ['an unknown field inside', { person: { ...signer, title: 'Dr' } }, ['person.title: unknown-field']],
    ['no address', { email: 'oksana' }, ['email: wrong-email']],
    ['two addresses', { email: 'a@example.org, b@example.org' }, ['email: wrong-email']],
    ['a header in the address', { email: 'a@example.org\nBcc: b@example.org' }, ['email: wrong-email']],
    ['an address of 300 characters', { email: `${'a'.repeat(290)}@example.org` }, ['email: too-long']],
    ['the notice not read', { noticeRead: false }, ['noticeRead: notice-not-read']],
    ['another language', { locale: 'ru' }, ['locale: wrong-value']],
  ]
  test.each(cases)('%s', async (_, change, expected) => {
    expect(await signErrors(change)).toEqual(expected)
  })

  test('fields that would reach into the prototype are unknown fields', async () => {
    const body = JSON.stringify(sound).replace('{', '{"__proto__":{"noticeRead":true},')
    const response = await post(app, `/api/v1/petitions/${petition}/signatures`, body)
    expect([response.status, (await problem(response)).code]).toEqual([400, 'invalid-body'])
  })

  test('words come in the language asked for', async () => {
    const path = `/api/v1/petitions/${petition}/signatures`
    const words = async (language: string) => {
      const response = await post(app, path, { ...sound, email: 'x' }, { 'accept-language': language })
      const body = await response.json()
      return [response.headers.get('content-language'), body.title, body.errors[0].message]
    }
    expect(await words('uk')).toEqual([
      'uk',
      'Перевірте, будь ласка, введене',
      expect.stringContaining('Перевірте адресу'),
    ])
    expect(await words('en-GB,uk;q=0.5')).toEqual([
      'en',
      'Please check what you entered',
      expect.stringContaining('Check the'),
    ])
    expect((await words('ru,de;q=0.9'))[0]).toBe('uk')
    expect((await words('uk;q=0.1, en;q=0.9'))[0]).toBe('en')
  })
})

describe('fields of a petition', () => {
  const cases: [string, object, string[]][] = [
    ['a title of two lines', { title: 'Облаштувати\nперехід' }, ['title: control-characters']],
    ['a bell in the text', { text: `${draft.text}\u0007` }, ['text: control-characters']],
    ['half a surrogate pair', { text: `${draft.text}\ud800` }, ['text: control-characters']],
    ['a bidirectional override', { text: `${draft.text}\u202e` }, ['text: control-characters']],
    ['nothing but spaces', { text: ' \n '.repeat(40) }, ['text: too-short']],
    ['20,001 characters', { text: 'я'.repeat(20_001) }, ['text: too-long']],
    ['a topic that is none', { topic: 'weather' }, ['topic: wrong-value']],
    ['wrong types', { wantsHearing: 'yes', text: {} }, ['text: wrong-type', 'wantsHearing: wrong-type']],
    ['no author’s address', { author: signer }, ['author.email: missing']],
    ['a community that cannot be', { communityId: '../etc' }, ['communityId: wrong-format']],
  ]
  test.each(cases)('%s', async (_, change, expected) => {
    expect(await submitErrors(change)).toEqual(expected)
  })
})

describe('requests that are no such request', () => {
  const routes = [
    '/api/v1/petitions',
    '/api/v1/petitions/confirm',
    '/api/v1/petitions/x/signatures',
    '/api/v1/signatures/confirm',
  ]
  test.each(routes)('%s', async (path) => {
    const send = async (body: string, headers: Record<string, string> = {}) => {
      const response = await post(app, path, body, headers)
      return [response.status, (await problem(response)).code]
    }
    for (const broken of ['', '{', '[]', 'null', '"x"', '7', '\u0000']) {
      expect(await send(broken)).toEqual([400, 'invalid-body'])
    }
    expect(await send('{}', { 'content-type': 'text/plain' })).toEqual([415, 'unsupported-media-type'])
    expect(await send('a=b', { 'content-type': 'application/x-www-form-urlencoded' })).toEqual([
      415,
      'unsupported-media-type',
    ])
    expect(await send(JSON.stringify({ token: 'x'.repeat(1_000_000) }))).toEqual([413, 'body-too-large'])
    expect(await send(`${'['.repeat(30_000)}`)).toEqual([400, 'invalid-body'])
    const bytes = await app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new Uint8Array([0xff, 0xfe, 0x7b]),
    })
    expect([bytes.status, (await problem(bytes)).code]).toEqual([400, 'invalid-body'])
  })

  test('other methods are told what is allowed; other addresses do not exist', async () => {
    const wrong = await app.request('/api/v1/signatures/confirm', { method: 'DELETE' })
    expect([wrong.status, wrong.headers.get('allow'), (await problem(wrong)).code]).toEqual([
      405,
      'POST',
      'method-not-allowed',
    ])
    const both = await app.request('/api/v1/petitions', { method: 'PUT' })
    expect(both.headers.get('allow')).toBe('GET, HEAD, POST')
    for (const path of ['/api', '/api/v1', '/api/v1/petitions/x/y', '/api/v2/petitions', '/__local/clock']) {
      const response = await app.request(path)
      expect([response.status, (await problem(response)).code]).toEqual([404, 'not-found'])
    }
  })

  test('queries: unknown, wrong, hostile', async () => {
    const queries = [
      '/api/v1/petitions?limit=0',
      '/api/v1/petitions?limit=101',
      '/api/v1/petitions?limit=1e1',
      '/api/v1/petitions?status=gone',
      '/api/v1/petitions?cursor=AAAA',
      '/api/v1/petitions?q=%00',
      `/api/v1/petitions?q=${'a'.repeat(201)}`,
      '/api/v1/petitions?colour=red',
      '/api/v1/communities?x=1',
      '/api/v1/challenges',
      '/api/v1/challenges?purpose=sign&email=a@example.org',
      '/api/v1/challenges?purpose=submit&email=nobody',
      '/api/v1/challenges?purpose=steal&email=a@example.org',
    ]
    for (const path of queries) {
      const response = await app.request(path)
      expect([path, response.status, (await problem(response)).code]).toEqual([path, 400, 'invalid-query'])
    }
    for (const path of [
      '/api/v1/petitions/nowhere',
      '/api/v1/petitions/%2e%2e%2fx',
      '/api/v1/petitions/nowhere/count',
    ]) {
      expect((await problem(await app.request(path))).code).toBe('petition-not-found')
    }
    expect((await problem(await app.request('/api/v1/communities/nowhere'))).code).toBe('community-not-found')
  })

  test('nothing of all this was written or mailed', async () => {
    expect(await world.rows('SIGNATURES#')).toHaveLength(0)
    expect(await world.rows('DRAFT#')).toHaveLength(0)
    expect(await world.rows('THROTTLE#')).toHaveLength(0)
    expect(world.mailQueue.messages).toHaveLength(0)
  })
})
