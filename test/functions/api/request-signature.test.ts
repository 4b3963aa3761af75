import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { runCommand } from '../../../functions/actions/run-command'
import { post, problem, START, signer, solved, startWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(() => {
  world.clock.set(START)
  world.mailQueue.messages.length = 0
})
afterAll(() => world.dynamo.stop())

const email = 'oksana@example.org'
type App = ReturnType<World['api']>

/** A right request to sign, made by a person who took five seconds. */
async function request(app: App, petition: string, wanted: { email?: string } = {}) {
  const address = wanted.email ?? email
  const altcha = await solved(app, { purpose: 'sign', petition, email: address })
  world.clock.forward(5)
  return { person: signer, email: address, noticeRead: true, altcha }
}

const sign = (app: App, petition: string, body: unknown, headers?: Record<string, string>) =>
  post(app, `/api/v1/petitions/${petition}/signatures`, body, headers)

async function refused(response: Response | Promise<Response>): Promise<[number, string]> {
  const answer = await response
  return [answer.status, (await problem(answer)).code]
}

describe('Oksana asks to sign', () => {
  test('she is sent a link that carries everything; only counters are stored', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const body = { ...(await request(app, id, { email: 'Oksana@Example.ORG' })), locale: 'en', website: '' }
    const response = await sign(app, id, { ...body, person: { ...signer, surname: " Дем'янчук " } })
    expect([response.status, await response.json()]).toEqual([202, { status: 'mail-sent' }])
    const [message] = world.mailQueue.messages
    expect(message).toMatchObject({ type: 'link', locale: 'en' })
    const token = message?.type === 'link' ? message.token : ''
    expect(await world.tokens.open(token, world.clock.now(), 'sign')).toEqual({
      purpose: 'sign',
      petitionId: id,
      person: { ...signer, surname: 'Дем’янчук' },
      email,
      locale: 'en',
      askedAt: Date.parse(world.clock.now()),
      traits: expect.stringMatching(/^([\w-]{11}\.){2}[\w-]{11}$/),
    })
    expect(token).not.toContain('Oksana')
    expect(await world.rows(`SIGNATURES#${id}`)).toHaveLength(0)
    const kept = JSON.stringify(await world.rows('THROTTLE#'))
    for (const secret of ['oksana', 'Дем', '198.51', id]) expect(kept).not.toContain(secret)
  })

  test('the link works for three days', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    await sign(app, id, await request(app, id))
    const [message] = world.mailQueue.messages
    const token = message?.type === 'link' ? message.token : ''
    world.clock.forward(72 * 3600 - 1)
    const early = await post(app, '/api/v1/signatures/confirm', { token })
    expect(early.status).toBe(201)
  })

  test('her signature keeps what was seen, hashed, in a row below 1 KB whatever her name', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const longest = 'Щ'.repeat(60)
    const person = { surname: longest, givenName: longest, patronymic: longest }
    await sign(app, id, { ...(await request(app, id)), person })
    const [message] = world.mailQueue.messages
    const token = message?.type === 'link' ? message.token : ''
    expect((await post(app, '/api/v1/signatures/confirm', { token })).status).toBe(201)
    const [row] = await world.rows(`SIGNATURES#${id}`)
    expect(row?.traits?.S).toMatch(/^([\w-]{11}\.){3}nf$/)
    const bytes = Object.entries(row!).map(
      ([name, { S = '', B = new Uint8Array() }]) => [name, S, B] as const,
    )
    const size = bytes.reduce(
      (sum, [name, text, binary]) => sum + Buffer.byteLength(name + text) + binary.length,
      0,
    )
    expect(size).toBeLessThan(900)
  })
})

describe('a solution serves one purpose, petition and address, once, for a while', () => {
  test('the same again', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const body = await request(app, id)
    const responses = await Promise.all([
      sign(app, id, body),
      sign(world.api(), id, body),
      sign(app, id, body),
    ])
    expect(responses.map((response) => response.status).sort()).toEqual([202, 409, 409])
    expect(await refused(sign(app, id, body))).toEqual([409, 'challenge-used'])
    expect(world.mailQueue.messages).toHaveLength(1)
  })

  test('the same again after midnight', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    world.clock.set('2026-03-03T23:58:00.000Z')
    const body = await request(app, id)
    expect((await sign(app, id, body)).status).toBe(202)
    world.clock.forward(10 * 60)
    expect(await refused(sign(app, id, body))).toEqual([409, 'challenge-used'])
  })

  test('for another petition, another address, another purpose', async () => {
    const [one, two] = [await world.collecting(), await world.collecting()]
    const app = world.api()
    const body = await request(app, one.id)
    expect(await refused(sign(app, two.id, body))).toEqual([400, 'challenge-failed'])
    expect(await refused(sign(app, one.id, { ...body, email: 'taras@example.org' }))).toEqual([
      400,
      'challenge-failed',
    ])
    const altcha = await solved(app, { purpose: 'submit', email })
    world.clock.forward(5)
    expect(await refused(sign(app, one.id, { ...body, altcha }))).toEqual([400, 'challenge-failed'])
    expect(world.mailQueue.messages).toHaveLength(0)
    expect((await sign(app, one.id, body)).status).toBe(202)
  })

  test('too late, too soon, forged', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const late = await request(app, id)
    world.clock.forward(20 * 60)
    expect(await refused(sign(app, id, late))).toEqual([400, 'challenge-expired'])

    const soon = await request(app, id)
    world.clock.forward(-4)
    const hasty = await sign(app, id, soon)
    expect(hasty.headers.get('retry-after')).toBe('2')
    expect(await refused(hasty)).toEqual([429, 'too-fast'])
    world.clock.forward(4)

    const decoded = JSON.parse(Buffer.from(soon.altcha, 'base64').toString())
    const { challenge, solution } = decoded
    const { parameters } = challenge
    const forgeries = [
      { challenge: { ...challenge, parameters: { ...parameters, cost: 1 } }, solution },
      { challenge: { ...challenge, parameters: { ...parameters, keySignature: undefined } }, solution },
      { challenge: { ...challenge, signature: '0'.repeat(64) }, solution },
      { challenge: { ...challenge, signature: undefined }, solution },
      { challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } },
      { challenge, solution: { ...solution, derivedKey: parameters.keyPrefix } },
      { challenge },
      [],
      null,
    ].map((forgery) => Buffer.from(JSON.stringify(forgery)).toString('base64'))
    for (const altcha of [...forgeries, 'x', '%%%', Buffer.from('{').toString('base64')]) {
      expect(await refused(sign(app, id, { ...soon, altcha }))).toEqual([400, 'challenge-failed'])
    }
    expect((await sign(app, id, soon)).status).toBe(202)
  })
})

describe('limits', () => {
  test('one address on one petition within a day', async () => {
    const [one, two] = [await world.collecting(), await world.collecting()]
    const app = world.api({ LIMIT_ADDRESS_PER_DAY: '2' })
    for (const status of [202, 202, 429])
      expect((await sign(app, one.id, await request(app, one.id))).status).toBe(status)
    const limited = await sign(app, one.id, await request(app, one.id))
    const seconds = Number(limited.headers.get('retry-after'))
    expect(seconds).toBeGreaterThan(3600)
    expect(seconds).toBeLessThanOrEqual(86400)
    expect(await refused(limited)).toEqual([429, 'too-many-requests'])
    expect((await sign(app, two.id, await request(app, two.id))).status).toBe(202)
    expect((await sign(app, one.id, await request(app, one.id, { email: 'taras@example.org' }))).status).toBe(
      202,
    )
    world.clock.forward(24 * 3600)
    expect((await sign(app, one.id, await request(app, one.id))).status).toBe(202)
  })

  test('one network within an hour; the rest of an IPv6 subscriber’s addresses are the same network', async () => {
    const { id } = await world.collecting()
    const app = world.api({ LIMIT_IP_PER_HOUR: '2' })
    const from = async (address: string, name: string) =>
      (
        await sign(app, id, await request(app, id, { email: `${name}@example.org` }), {
          'x-forwarded-for': address,
        })
      ).status
    expect(await from('2001:db8::1', 'a')).toBe(202)
    expect(await from('2001:db8::ffff', 'b')).toBe(202)
    expect(await from('2001:db8:0:0:9::9', 'c')).toBe(429)
    expect(await from('2001:db8:0:1::1', 'd')).toBe(202)
    world.clock.forward(3600)
    expect(await from('2001:db8::1', 'e')).toBe(202)
  })

  test('one petition within a minute', async () => {
    const { id } = await world.collecting()
    const app = world.api({ LIMIT_PETITION_PER_MINUTE: '3' })
    const statuses = []
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const body = await request(app, id, { email: `${name}@example.org` })
      statuses.push((await sign(app, id, body)).status)
    }
    expect(statuses).toEqual([202, 202, 202, 429, 429])
  })

  test('counters vanish by themselves', async () => {
    const rows = await world.rows('THROTTLE#')
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect(Number(row.expiresAt?.N) * 1000).toBeGreaterThan(Date.parse(START))
  })
})

describe('what is refused, and nothing is written', () => {
  test('a filled honeypot, though it looks as if it were not', async () => {
    const { id } = await world.collecting()
    const app = world.api()
    const body = await request(app, id)
    const before = await world.rows('THROTTLE#')
    const trapped = await sign(app, id, { ...body, website: 'https://spam.example' })
    expect([trapped.status, await trapped.json()]).toEqual([202, { status: 'mail-sent' }])
    expect(world.mailQueue.messages).toHaveLength(0)
    expect(await world.rows('THROTTLE#')).toEqual(before)
    expect((await sign(app, id, body)).status).toBe(202)
  })

  test('a petition that does not exist, is not open, was withdrawn, has ended', async () => {
    const app = world.api()
    const moderated = await world.submitted()
    const withdrawn = await world.collecting()
    await runCommand(world.deps, withdrawn.id, { type: 'withdraw', by: { role: 'author' } })
    const ended = await world.collecting()
    const asked = async (id: string) => refused(sign(app, id, await request(app, id)))
    expect(await asked('nowhere')).toEqual([404, 'petition-not-found'])
    expect(await asked(moderated.id)).toEqual([409, 'petition-not-open'])
    expect(await asked(withdrawn.id)).toEqual([409, 'petition-withdrawn'])
    world.clock.set('2026-05-10T09:00:00.000Z')
    expect(await asked(ended.id)).toEqual([409, 'collection-ended'])
    expect(world.mailQueue.messages).toHaveLength(0)
  })
})
