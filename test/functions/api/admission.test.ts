import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Challenge } from 'altcha-lib'
import type { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { decodeTraits } from '../../../shared/signing/traits'
import { payload, post, problem, START, signer, startWorld, type World } from './world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(() => {
  world.clock.set(START)
  world.mailQueue.messages.length = 0
  world.metrics.counted.length = 0
})
afterAll(() => world.dynamo.stop())

interface Wanted {
  readonly email?: string
  readonly from?: string
  readonly human?: string
}

/** What is asked of somebody before they sign. */
async function challenge(app: Hono, petition: string, from?: string, email = 'o@example.org') {
  const query = new URLSearchParams({ purpose: 'sign', petition, email })
  const headers = from === undefined ? {} : { 'x-forwarded-for': from }
  return (await (await app.request(`/api/v1/challenges?${query}`, { headers })).json()) as Challenge
}

/** Somebody asks to sign as the form does. @returns status and code, and the seconds to wait */
async function asks(app: Hono, petition: string, { email = 'o@example.org', from, human }: Wanted = {}) {
  const headers = from === undefined ? {} : { 'x-forwarded-for': from }
  const altcha = await payload(await challenge(app, petition, from, email))
  world.clock.forward(5)
  const body = { person: signer, email, noticeRead: true, altcha, ...(human && { human }) }
  return outcome(await post(app, `/api/v1/petitions/${petition}/signatures`, body, headers))
}

async function outcome(response: Response) {
  if (response.status === 202) return 202
  const { code } = await problem(response)
  return [response.status, code, Number(response.headers.get('retry-after') ?? 0)]
}

describe('limits', () => {
  test('one /24 within ten minutes, and one /48; neighbours outside are let in', async () => {
    const { id } = await world.collecting()
    const app = world.api({ LIMIT_NETWORK_PER_TEN_MINUTES: '2' })
    const from = (address: string, name: string) =>
      asks(app, id, { from: address, email: `${name}@example.org` })
    expect(await from('203.0.113.1', 'a')).toBe(202)
    expect(await from('203.0.113.2', 'b')).toBe(202)
    expect(await from('203.0.113.3', 'c')).toEqual([429, 'network-busy', 585])
    expect(await from('203.0.114.3', 'c')).toBe(202)
    expect(await from('2001:db8:7:1::1', 'd')).toBe(202)
    expect(await from('2001:db8:7:2::1', 'e')).toBe(202)
    expect(await from('2001:db8:7:3::1', 'f')).toEqual([429, 'network-busy', expect.any(Number)])
    expect(await from('2001:db8:8:3::1', 'f')).toBe(202)
    world.clock.set('2026-03-02T09:10:00.000Z')
    expect(await from('203.0.113.3', 'c')).toBe(202)
    expect(world.metrics.counted.map(({ name, properties }) => [name, properties.code])).toEqual(
      Array(2).fill(['RefusedApplicants', 'network-busy']),
    )
  })

  test('one domain with all below it, on one petition within an hour; large providers are exempt', async () => {
    const [one, two] = [await world.collecting(), await world.collecting()]
    const app = world.api({ LIMIT_DOMAIN_PER_HOUR: '2' })
    const by = (email: string, petition = one.id) => asks(app, petition, { email })
    expect(await by('a@few.example')).toBe(202)
    expect(await by('b@mail.few.example')).toBe(202)
    expect(await by('c@few.example')).toEqual([429, 'domain-busy', expect.any(Number)])
    expect(await by('c@few.example', two.id)).toBe(202)
    for (const name of ['a', 'b', 'c']) expect(await by(`${name}@ukr.net`)).toBe(202)
    world.clock.forward(3600)
    expect(await by('c@few.example')).toBe(202)
  })

  test('who must wait for others loses no attempt of their own', async () => {
    const { id } = await world.collecting()
    const app = world.api({ LIMIT_NETWORK_PER_TEN_MINUTES: '1', LIMIT_ADDRESS_PER_DAY: '1' })
    expect(await asks(app, id, { from: '192.0.2.1', email: 'a@example.org' })).toBe(202)
    for (const _ of [1, 2, 3]) {
      expect(await asks(app, id, { from: '192.0.2.2', email: 'b@example.org' })).toEqual([
        429,
        'network-busy',
        expect.any(Number),
      ])
    }
    expect(await asks(app, id, { from: '198.18.0.1', email: 'b@example.org' })).toBe(202)
  })

  test('an address counts as one however it is written', async () => {
    const { id } = await world.collecting()
    const app = world.api({ LIMIT_ADDRESS_PER_DAY: '2' })
    expect(await asks(app, id, { email: 'o.shevchenko@gmail.com' })).toBe(202)
    expect(await asks(app, id, { email: 'oshevchenko+1@gmail.com' })).toBe(202)
    expect(await asks(app, id, { email: 'oshevchenko@googlemail.com' })).toEqual([
      429,
      'too-many-requests',
      expect.any(Number),
    ])
  })
})

describe('a mailbox that vanishes', () => {
  test('is refused beside its field, with words, and before any work', async () => {
    const { id } = await world.collecting()
    const body = { person: signer, email: 'x@a.Mailinator.com', noticeRead: true, altcha: 'x' }
    const response = await post(world.api(), `/api/v1/petitions/${id}/signatures`, body)
    expect(response.status).toBe(422)
    const { code, errors } = await problem(response)
    expect([code, errors]).toMatchObject([
      'disposable-address',
      [{ field: 'email', code: 'disposable-address' }],
    ])
    expect(errors?.[0]).toMatchObject({ message: expect.stringContaining('тимчасова') })
  })

  test('is marked instead where the settings have it so', async () => {
    const { id } = await world.collecting()
    expect(await asks(world.api({ DISPOSABLE_ADDRESSES: 'mark' }), id, { email: 'x@mailinator.com' })).toBe(
      202,
    )
    const [message] = world.mailQueue.messages
    const { traits } = await world.tokens.open(message?.type === 'link' ? message.token : '', START, 'sign')
    expect(decodeTraits(traits)?.marks).toEqual(['disposable-domain'])
  })
})

describe('the proof of work', () => {
  const storm = { POW_CALM_NETWORK: '2', POW_COUNTER: '10' }
  const factorOf = ({ parameters }: Challenge) => (parameters.data as { factor: number }).factor

  test('grows with the network’s pace, for its neighbours alone, and falls by itself', async () => {
    const { id } = await world.collecting()
    const app = world.api(storm)
    const factors: number[] = []
    for (const name of 'abcdefghi') {
      factors.push(factorOf(await challenge(app, id, '198.19.0.1')))
      await asks(app, id, { from: '198.19.0.1', email: `${name}@example.org` })
      world.clock.forward(-5)
    }
    expect(factors).toEqual([1, 1, 2, 2, 4, 4, 4, 4, 8])
    expect(factorOf(await challenge(app, id, '198.19.0.77'))).toBe(8)
    expect(factorOf(await challenge(app, id, '198.19.1.1'))).toBe(1)
    world.clock.forward(10 * 60)
    expect(factorOf(await challenge(app, id, '198.19.0.1'))).toBe(8)
    world.clock.forward(8 * 60)
    expect(factorOf(await challenge(app, id, '198.19.0.1'))).toBe(1)
  })

  test('cannot be asked for less, nor kept from a quieter time', async () => {
    const { id } = await world.collecting()
    const app = world.api(storm)
    const [from, email] = ['198.20.0.1', 'late@example.org']
    const quiet = await challenge(app, id, from, email)
    for (const name of 'abcdefg') await asks(app, id, { from, email: `${name}@example.org` })
    const busy = await challenge(app, id, from, email)
    expect([factorOf(quiet), factorOf(busy)]).toEqual([1, 4])
    const send = async (altcha: string) =>
      outcome(
        await post(
          app,
          `/api/v1/petitions/${id}/signatures`,
          { person: signer, email, noticeRead: true, altcha },
          {
            'x-forwarded-for': from,
          },
        ),
      )
    expect(await send(await payload(quiet))).toEqual([400, 'challenge-expired', 0])
    const lessened = structuredClone(busy)
    Object.assign(lessened.parameters.data!, { factor: 8 })
    world.clock.forward(5)
    expect(await send(await payload(lessened))).toEqual([400, 'challenge-failed', 0])
    expect(await send(await payload(busy))).toBe(202)
  })
})

describe('an outside check, where one is set up', () => {
  test('must pass; nobody is kept out while it does not answer', async () => {
    const { id } = await world.collecting()
    let up = true
    const server = createServer(async (request, response) => {
      let body = ''
      for await (const part of request) body += part
      const success = new URLSearchParams(body).get('response') === 'a person'
      response.writeHead(up ? 200 : 503).end(JSON.stringify({ success }))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
    const app = world.api({ HUMAN_CHECK_URL: url, HUMAN_CHECK_SECRET: 's' })
    expect(await asks(app, id)).toEqual([400, 'human-check-failed', 0])
    expect(await asks(app, id, { human: 'a bot' })).toEqual([400, 'human-check-failed', 0])
    expect(await asks(app, id, { human: 'a person' })).toBe(202)
    up = false
    expect(await asks(app, id, { human: 'a bot' })).toBe(202)
    expect(world.metrics.counted.at(-1)?.name).toBe('HumanCheckFailures')
    server.close()
  })
})
