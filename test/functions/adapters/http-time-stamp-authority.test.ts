import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { httpTimeStampAuthority } from '../../../functions/adapters/http-time-stamp-authority'
import { AuthorityUnavailable } from '../../../functions/ports/time-stamp-authority'

let server: Server | undefined

afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

async function listening(answer: RequestListener): Promise<string> {
  server = createServer(answer)
  await new Promise<void>((resolve) => server!.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

const ask = (url: string, timeoutMs?: number) =>
  httpTimeStampAuthority(url, timeoutMs).stamp(Uint8Array.of(1, 2, 3))

test('the request travels as RFC 3161 says, and the answer comes back as it is', async () => {
  let seen: unknown
  const url = await listening(async (request, response) => {
    const chunks = await request.toArray()
    seen = { method: request.method, type: request.headers['content-type'], body: Buffer.concat(chunks) }
    response.end(Buffer.from([4, 5, 6]))
  })
  expect([...(await ask(url))]).toEqual([4, 5, 6])
  expect(seen).toEqual({
    method: 'POST',
    type: 'application/timestamp-query',
    body: Buffer.from([1, 2, 3]),
  })
})

test.each<[string, RequestListener]>([
  ['an error', (_, response) => response.writeHead(500).end('no')],
  ['another address', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
  ['silence', () => {}],
  ['a body that does not end', (_, response) => void response.write('begun')],
  ['a body far too long', (_, response) => response.end(Buffer.alloc(100_000))],
  ['a broken connection', (request) => request.socket.destroy()],
])('%s is no answer', async (_, answer) => {
  await expect(ask(await listening(answer), 300)).rejects.toBeInstanceOf(AuthorityUnavailable)
})

test('nobody listens', async () => {
  await expect(ask('http://127.0.0.1:1/')).rejects.toBeInstanceOf(AuthorityUnavailable)
})
