import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startWorld, type World } from '../api/world'

let world: World
let app: ReturnType<World['pages']>
beforeAll(async () => {
  world = await startWorld()
  app = world.pages()
})
afterAll(() => world.dynamo.stop())

const open = (path: string, token: string) => app.request(`${path}?token=${encodeURIComponent(token)}`)
const press = (path: string, token: string) => pressWith(path, { token })
const pressWith = (path: string, fields: Record<string, string>) =>
  app.request(path, { method: 'POST', body: new URLSearchParams(fields) })

async function html(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toContain('text/html')
  expect(response.headers.get('cache-control')).toBe('no-store')
  return response.text()
}

const authorLink = (petitionId: string) =>
  world.tokens.seal(
    { purpose: 'author', petitionId, email: 'author@example.org' },
    world.clock.now(),
    '2027-01-01T00:00:00.000Z',
  )

describe('the page behind a link to sign', () => {
  test('opening it changes nothing, its button signs, again says so', async () => {
    const petition = await world.collecting()
    const token = await world.signLink(petition.id, 'oksana@example.org')
    for (let scan = 0; scan < 3; scan++) {
      const page = await html(await open('/confirm', token))
      expect(page).toContain(petition.title)
      expect(page).toContain('Шевченко')
      expect(page).toContain('method="post"')
    }
    expect(await world.rows(`SIGNATURES#${petition.id}`)).toHaveLength(0)

    const signed = await html(await press('/confirm', token))
    expect(signed).toContain('Ваш підпис зараховано')
    const again = await press('/en/confirm', token)
    expect(again.status).toBe(200)
    expect(await html(again)).toContain('lang="en"')
    expect(await world.rows(`SIGNATURES#${petition.id}`)).toHaveLength(1)
  })

  test('broken, expired and late links are explained', async () => {
    const petition = await world.collecting()
    const token = await world.signLink(petition.id, 'oksana@example.org')
    for (const broken of ['', 'x', token.slice(0, -9)]) {
      const response = await open('/confirm', broken)
      expect(response.status).toBe(400)
      expect(await html(response)).toContain('token-invalid')
    }
    const start = world.clock.now()
    world.clock.forward(72 * 3600 + 1)
    const expired = await press('/confirm', token)
    expect(expired.status).toBe(410)
    expect(await html(expired)).toContain('Надіслати новий лист')
    world.clock.set('2026-06-01T00:00:00.000Z')
    const late = await press('/en/confirm', await world.signLink(petition.id, 'late@example.org'))
    expect(late.status).toBe(409)
    const page = await html(late)
    expect(page).toContain('Collection has ended')
    expect(page).toContain('lang="en"')
    world.clock.set(start)
  })

  test('an expired link brings a fresh one to the same address, five a day, for a month', async () => {
    const petition = await world.collecting()
    const start = world.clock.now()
    const token = await world.signLink(petition.id, 'slow@example.org')
    world.clock.forward(73 * 3600)
    const again = { token, again: 'on' }
    const sent = world.mailQueue.messages.length
    for (let n = 0; n < 5; n++) expect((await pressWith('/confirm', again)).status).toBe(200)
    const refused = await pressWith('/confirm', again)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, expect.any(String)])
    expect(world.mailQueue.messages).toHaveLength(sent + 5)
    const message = world.mailQueue.messages.at(-1) as { type: 'link'; token: string }
    expect(JSON.stringify(message)).not.toContain('slow@')
    const link = await world.tokens.open(message.token, world.clock.now(), 'sign')
    expect(link).toMatchObject({ petitionId: petition.id, email: 'slow@example.org' })
    expect(await html(await press('/confirm', message.token))).toContain('Ваш підпис зараховано')

    world.clock.forward(30 * 86_400)
    for (const answer of [await open('/confirm', token), await pressWith('/confirm', again)]) {
      expect(answer.status).toBe(410)
      expect(await html(answer)).toContain('token-expired')
    }
    world.clock.set(start)
  })

  test('whoever comes too late is told where the petition stands and what else can be done', async () => {
    const petition = await world.collecting()
    const start = world.clock.now()
    world.clock.set('2026-06-01T00:00:00.000Z')
    const token = await world.signLink(petition.id, 'tardy@example.org')
    for (const answer of [await open('/confirm', token), await press('/confirm', token)]) {
      expect(answer.status).toBe(409)
      const page = await html(answer)
      expect(page).toContain('Цей підпис не зараховано')
      expect(page).toContain('Підписати інші петиції громади')
    }
    world.clock.set(start)
  })

  test('forms of the wrong kind', async () => {
    const json = await app.request('/confirm', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    expect(json.status).toBe(415)
    const empty = await app.request('/confirm', { method: 'POST', body: new URLSearchParams({ other: 'x' }) })
    expect(empty.status).toBe(400)
    expect(await html(empty)).not.toContain('undefined')
    const method = await app.request('/confirm', { method: 'PUT' })
    expect([method.status, method.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    await html(method)
  })
})

describe('the author’s page', () => {
  test('shows where the petition stands, and withdraws it only by the second button', async () => {
    const petition = await world.collecting()
    const token = await authorLink(petition.id)
    expect(await html(await open('/author', token))).toContain(petition.title)
    const asked = await app.request(`/author?token=${token}&withdraw=ask`)
    expect(await html(asked)).toContain('method="post"')
    expect((await world.petitions.load(petition.id))?.status).toBe('collecting')

    const withdrawn = await press('/author', token)
    expect(withdrawn.status).toBe(200)
    expect((await world.petitions.load(petition.id))?.status).toBe('withdrawn')
    const signing = await press('/confirm', await world.signLink(petition.id, 'oksana@example.org'))
    expect(signing.status).toBe(409)
    const again = await press('/author', token)
    expect(again.status).toBe(409)
    expect(await html(again)).toContain('wrong-status')
  })

  test('a link to sign does not open it', async () => {
    const petition = await world.collecting()
    const token = await world.signLink(petition.id, 'author@example.org')
    expect((await open('/author', token)).status).toBe(400)
    expect((await press('/author', token)).status).toBe(400)
    expect((await world.petitions.load(petition.id))?.status).toBe('collecting')
  })
})
