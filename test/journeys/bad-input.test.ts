import { afterAll, beforeAll, expect, test } from 'vitest'
import { Guarded, refused } from '../support/journeys/guarded'
import { humanity, optionalIn, petitionBody, SOUND } from '../support/journeys/sound-bodies'
import { crossing } from '../support/journeys/wishes'
import { type Body, NO_BODIES, wrongBodies } from '../support/journeys/wrong-bodies'

// Whatever anybody sends, the answer is a refusal with a stable code, and nothing is written.

let guarded: Guarded
beforeAll(async () => {
  guarded = await Guarded.start()
})
afterAll(() => guarded?.town.stop())

const writing = () => guarded.operations.filter(({ takesBody }) => takesBody)

test('every operation of the API that takes a body is among those tried here', () => {
  const ids = writing().map(({ id }) => id)
  expect(ids.sort()).toEqual(Object.keys(SOUND).sort())
})

test('bodies that are none, or too large', async () => {
  for (const operation of writing()) {
    const headers = await guarded.headersFor(operation)
    for (const { what, body } of NO_BODIES) {
      const name = `${operation.id}, ${what}`
      const [status, code] = refused(name, await guarded.ask(operation, headers, { body }))
      const expected = what === 'a megabyte' ? [413, 'body-too-large'] : [400, 'invalid-body']
      expect([name, status, code]).toEqual([name, ...expected])
    }
  }
  await guarded.nothingWritten()
})

test('bodies of another type', async () => {
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'application/xml',
    '',
  ]
  for (const operation of writing()) {
    const headers = await guarded.headersFor(operation)
    for (const type of types) {
      const answer = await guarded.ask(operation, { ...headers, 'content-type': type })
      expect(refused(`${operation.id}, ${type}`, answer)).toEqual([415, 'unsupported-media-type'])
    }
  }
  await guarded.nothingWritten()
})

test('fields that are missing, unknown, of a wrong type, too long, or hold what no text may hold', async () => {
  for (const operation of writing()) {
    const headers = await guarded.headersFor(operation)
    for (const { what, body } of wrongBodies(SOUND[operation.id]!, optionalIn(operation))) {
      const name = `${operation.id}, ${what}`
      const [, code] = refused(name, await guarded.ask(operation, headers, { body }))
      const tooLong = what.includes('hundred thousand') ? ['body-too-large'] : []
      // Tokens and proofs are opaque: what is in them is found wrong only when they are opened.
      const opaque = /^(token|altcha):/.test(what) ? ['token-invalid', 'challenge-failed'] : []
      expect([name, ['invalid-body', ...tooLong, ...opaque].includes(code), code]).toEqual([name, true, code])
    }
  }
  await guarded.nothingWritten()
})

test('names that are none', async () => {
  const names: Body[] = [
    { surname: 'Шевченкo', givenName: 'Тарас' },
    { surname: 'Шевченко', givenName: 'Taras' },
    { surname: 'Я'.repeat(10_000), givenName: 'Тарас' },
    { surname: '<b>Шевченко</b>', givenName: 'Тарас' },
    { surname: '<script>alert(1)</script>', givenName: 'Тарас' },
    { surname: 'Шевченко1', givenName: 'Тарас' },
    { surname: 'Шев\u200bченко', givenName: 'Тарас' },
    { surname: '=HYPERLINK("x")', givenName: 'Тарас' },
    { surname: '🙂', givenName: 'Тарас' },
  ]
  for (const name of names) {
    const email = 'taras@example.org'
    const sign = await guarded.town.post(`/api/v1/petitions/${guarded.id}/signatures`, {
      person: name,
      email,
      ...humanity,
    })
    expect(refused(JSON.stringify(name).slice(0, 80), sign)).toEqual([400, 'invalid-body'])
    const submit = await guarded.town.post('/api/v1/petitions', {
      ...petitionBody,
      author: { ...name, email },
      ...humanity,
    })
    expect(refused(JSON.stringify(name).slice(0, 80), submit)).toEqual([400, 'invalid-body'])
  }
  await guarded.nothingWritten()
})

const STRANGE_IDS = [
  'nowhere',
  '0',
  'x'.repeat(2000),
  '%00',
  '..%2f..%2fetc',
  '__proto__',
  '%D0%B9',
  '%ff',
  "'--",
]

test('ids that nothing has', async () => {
  for (const operation of guarded.operations.filter(({ path }) => path.includes('{id}'))) {
    const headers = await guarded.headersFor(operation)
    for (const id of STRANGE_IDS) {
      const name = `${operation.id} ${id.slice(0, 20)}`
      const [status] = refused(name, await guarded.ask(operation, headers, { id }))
      // Whether the signer is a person is looked at before the petition is.
      const person = operation.id === 'requestSignature' && expect.any(Number)
      const unknown = operation.keyed && id.length < 256 ? 401 : 404
      expect([name, status]).toEqual([name, person || unknown])
    }
  }
  await guarded.nothingWritten()
})

test('methods that an address does not take', async () => {
  for (const { path } of guarded.operations) {
    const taken = guarded.operations.filter((one) => one.path === path).map(({ method }) => method)
    for (const method of ['post', 'put', 'patch', 'delete'].filter(
      (one) => !(taken as string[]).includes(one),
    )) {
      const address = path.replace('{id}', guarded.id)
      const answer = await guarded.town.send(method.toUpperCase(), address, '{}', {})
      expect([path, ...refused(`${method} ${path}`, answer)]).toEqual([path, 405, 'method-not-allowed'])
      expect(answer.headers.get('allow')).toBeTruthy()
    }
  }
  await guarded.nothingWritten()
})

test('parameters of addresses', async () => {
  for (const address of [
    '/api/v1/petitions?limit=0',
    '/api/v1/petitions?limit=9999',
    '/api/v1/petitions?limit=ten',
    '/api/v1/petitions?status=unknown',
    '/api/v1/petitions?cursor=AAAA',
    `/api/v1/petitions?cursor=${btoa('{"pk":{"S":"STAFF"}}')}`,
    '/api/v1/petitions?q=%00',
    `/api/v1/petitions?q=${'x'.repeat(300)}`,
    '/api/v1/petitions?unknown=1',
    '/api/v1/challenges',
    '/api/v1/challenges?purpose=sign',
    '/api/v1/challenges?purpose=steal&email=a@example.org',
    '/api/v1/challenges?purpose=submit&email=nobody',
    '/api/v1/challenges?purpose=submit&email=a%0d%0ab@example.org',
  ]) {
    expect([address, ...refused(address, await guarded.town.get(address))]).toEqual([
      address,
      400,
      'invalid-query',
    ])
  }
})

test('HTML in a petition is shown as text wherever it is shown', async () => {
  const hostile = {
    ...crossing,
    title: 'Назва <img src=x onerror=alert(1)>',
    text: 'Текст </p><script>alert(1)</script> і ще трохи тексту. "><svg onload=alert(1)>',
  }
  const { town } = guarded
  const author = town.resident(3)
  const strange = await author.submits(hostile)
  await guarded.staff.moderator!.does(strange, 'publish', {})
  await town.settled()
  const pages = await Promise.all([
    ...[
      `/petitions/${strange}`,
      `/en/petitions/${strange}`,
      `/petitions/${strange}/sign`,
      '/',
      '/petitions',
    ].map((path) => town.get(path)),
    guarded.staff.moderator!.desk(),
    guarded.staff.moderator!.desk(`/staff/petitions/${strange}`),
  ])
  const mails = [...(await town.mails(author.email)), ...(await town.mails('moderator@malva.example'))]
  for (const html of [...pages.map((page) => page.text), ...mails.map((mail) => mail.html)]) {
    expect(html).not.toMatch(/<img src=x|<svg onload|<script>|<script>alert/)
  }
  expect(pages[0]!.text).toContain('&lt;img src=x onerror=alert(1)&gt;')
})
