import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createTlsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type HttpsWebhooksOptions, httpsWebhooks } from '../../../functions/adapters/https-webhooks'
import { certificateFor } from '../../support/certificate'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

interface Listening {
  readonly port: number
  readonly asked: string[]
}

/** A receiver on this machine; tells what it was asked. */
async function receiver(answer: RequestListener, host = '127.0.0.1'): Promise<Listening> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers['user-agent']}`)
    answer(request, response)
  })
  servers.push(server)
  await new Promise<void>((done) => server.listen(0, host, done))
  return { port: (server.address() as AddressInfo).port, asked }
}

const ok: RequestListener = (_request, response) => response.end('ok')
const toLocal = (options: HttpsWebhooksOptions = {}) => httpsWebhooks({ onThisMachine: true, ...options })

describe('a webhook', () => {
  test('goes out as a POST that names who sends it, and its answer is evidence', async () => {
    const { port, asked } = await receiver((_request, response) =>
      response.writeHead(202).end(`дякую\u0000\u202e\n${'x'.repeat(900)}`),
    )
    const attempt = await toLocal().send(`http://localhost:${port}/hook`, { 'webhook-id': '1' }, '{}')
    expect(attempt).toMatchObject({ status: 202, answer: `дякую ${'x'.repeat(194)}` })
    expect(attempt.failure).toBeUndefined()
    expect(asked).toEqual(['POST /hook Viche-Webhooks/1'])
  })

  test('is not led on by a redirect, least of all to a metadata service', async () => {
    const inner = await receiver(ok)
    for (const location of [`http://localhost:${inner.port}/`, 'http://169.254.169.254/latest/meta-data/']) {
      const { port } = await receiver((_request, response) => response.writeHead(307, { location }).end())
      const attempt = await toLocal().send(`http://localhost:${port}/`, {}, '{}')
      expect(attempt).toMatchObject({ status: 307, failure: 'status' })
    }
    expect(inner.asked).toEqual([])
  })

  test('takes no proxy from the environment', async () => {
    const proxy = await receiver(ok)
    const { port, asked } = await receiver(ok)
    const before = { ...process.env }
    for (const name of ['http_proxy', 'HTTP_PROXY', 'https_proxy', 'ALL_PROXY'])
      process.env[name] = `http://127.0.0.1:${proxy.port}`
    process.env.NODE_USE_ENV_PROXY = '1'
    const attempt = await toLocal().send(`http://localhost:${port}/`, {}, '{}')
    process.env = before
    expect([attempt.status, asked.length, proxy.asked]).toEqual([200, 1, []])
  })

  test('waits for no slow receiver, neither for its headers nor for its body', async () => {
    const silent = await receiver(() => undefined)
    const dripping = await receiver((_request, response) => {
      response.writeHead(200)
      const drip = setInterval(() => response.write('.'), 20)
      response.once('close', () => clearInterval(drip))
    })
    for (const { port } of [silent, dripping]) {
      const attempt = await toLocal({ timeoutMs: 300 }).send(`http://localhost:${port}/`, {}, '{}')
      expect(attempt.failure).toBe('timeout')
      expect(attempt.milliseconds).toBeLessThan(1500)
    }
  })

  test('reads of an endless answer only its beginning', async () => {
    let sent = 0
    const { port } = await receiver((_request, response) => {
      const pour = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536))) sent += 65_536
        if (!response.destroyed) response.once('drain', pour)
      }
      pour()
    })
    const attempt = await toLocal().send(`http://localhost:${port}/`, {}, '{}')
    expect(attempt).toMatchObject({ status: 200, answer: 'x'.repeat(200) })
    expect(sent).toBeLessThan(16 * 1024 * 1024)
  })

  test('refuses an answer whose headers are endless', async () => {
    const { port } = await receiver((_request, response) =>
      response.writeHead(200, { 'x-long': 'x'.repeat(12_000) }).end(),
    )
    expect((await toLocal().send(`http://localhost:${port}/`, {}, '{}')).failure).toBe('unreachable')
  })
})

describe('the public internet alone', () => {
  const NAME = 'https://hooks.example.org:8443/'
  const resolving = (...addresses: string[]) => ({
    resolve: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
  })

  test.each([
    '127.0.0.1',
    '169.254.169.254',
    '10.0.0.7',
    '100.64.1.1',
    '::1',
    '::ffff:169.254.169.254',
    '64:ff9b::a9fe:a9fe',
    'fd00:ec2::254',
  ])('is asked: a name that leads to %s gets nothing', async (address) => {
    const attempt = await httpsWebhooks(resolving(address)).send(NAME, {}, '{}')
    expect(attempt.failure).toBe('forbidden-address')
  })

  test('one forbidden address among many is enough, and no address at all, too', async () => {
    for (const addresses of [['8.8.8.8', '10.0.0.7'], []]) {
      const attempt = await httpsWebhooks(resolving(...addresses)).send(NAME, {}, '{}')
      expect(attempt.failure).toBe('forbidden-address')
    }
  })

  test('localhost is none of it where the installation is not on one machine', async () => {
    const { port, asked } = await receiver(ok)
    for (const host of ['localhost', 'localhost.', '127.0.0.1', '2130706433', '[::1]']) {
      for (const scheme of ['http', 'https']) {
        const attempt = await httpsWebhooks().send(`${scheme}://${host}:${port}/`, {}, '{}')
        expect(attempt.failure).toBe('forbidden-address')
      }
    }
    expect(asked).toEqual([])
  })

  test('a name that leads elsewhere after the check gains nothing: the connection goes where the check looked', async () => {
    const { key, certificate } = certificateFor('hooks.example.org')
    const secure = createTlsServer({ key, cert: certificate }, (_request, response) => response.end('public'))
    servers.push(secure)
    await new Promise<void>((done) => secure.listen(8443, '127.0.0.1', done))
    // 127.0.0.1 plays the public address of the name, 127.0.0.2 the machine that must not be reached.
    const answers = ['127.0.0.1', '127.0.0.2']
    const sender = httpsWebhooks({
      resolve: async () => [{ address: answers.shift() ?? '127.0.0.2', family: 4 }],
      mayConnect: (address) => address === '127.0.0.1',
      ca: certificate,
    })
    expect(await sender.send(NAME, {}, '{}')).toMatchObject({ status: 200, answer: 'public' })
    expect((await sender.send(NAME, {}, '{}')).failure).toBe('forbidden-address')
    expect(answers).toEqual([])
  })

  test('and whoever answers there has to prove the name', async () => {
    const { key, certificate } = certificateFor('hooks.example.org')
    const secure = createTlsServer({ key, cert: certificate }, (_request, response) => response.end())
    servers.push(secure)
    await new Promise<void>((done) => secure.listen(8443, '127.0.0.1', done))
    const options = { ...resolving('127.0.0.1'), mayConnect: () => true }
    expect((await httpsWebhooks(options).send(NAME, {}, '{}')).failure).toBe('unreachable')
    const other = { ...options, ca: certificate }
    const attempt = await httpsWebhooks(other).send('https://other.example.org:8443/', {}, '{}')
    expect(attempt.failure).toBe('unreachable')
  })
})
