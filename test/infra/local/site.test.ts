import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Handlers } from '../../../infra/local/handlers'
import { type Stack, startStack } from '../../../infra/local/stack'
import { smallHandlers } from './small-handlers'

let stack: Stack
let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'viche-'))
  stack = await startStack({ data: data, port: 0, handlers: (platform) => failing(smallHandlers(platform)) })
})
afterAll(async () => {
  await stack.stop()
  await rm(data, { recursive: true })
})

function visit(path: string, headers: Record<string, string> = {}) {
  return fetch(`${stack.url}${path}`, { headers })
}

test('files and functions answer as behind the CDN', async () => {
  const { objects } = stack.platform
  const page = `<!doctype html><title>Петиції</title>${'<p>Громада</p>'.repeat(200)}`
  await objects.put('index.html', page, { cacheSeconds: 60 })
  await objects.put('petitions/x/index.html', page, { cacheSeconds: 60 })
  await objects.put('api/v1/petitions/x/count', '{"count":1}', { cacheSeconds: 15 })
  await objects.put('staging/x/1', 'names', { cacheSeconds: 0 })

  const home = await visit('/', { 'accept-encoding': 'gzip' })
  expect(home.status).toBe(200)
  expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(home.headers.get('cache-control')).toBe('public, max-age=60')
  expect(home.headers.get('content-encoding')).toBe('gzip')
  expect(await home.text()).toBe(page)
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(home.headers.get('strict-transport-security')).toBeNull()

  const again = await visit('/', { 'if-none-match': home.headers.get('etag')! })
  expect(again.status).toBe(304)
  for (const path of ['/petitions/x', '/petitions/x/', '/petitions/x/index.html']) {
    expect((await visit(path)).status, path).toBe(200)
  }
  const count = await visit('/api/v1/petitions/x/count')
  expect(count.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await count.json()).toEqual({ count: 1 })

  expect(await (await visit('/staff/petitions')).text()).toBe('staff /staff/petitions')
  expect(await (await visit('/en/staff')).text()).toBe('staff /en/staff')
  expect(await (await visit('/api/v1/staff/me')).text()).toBe('staff /api/v1/staff/me')
  for (const path of ['/nothing', '/staging/x/1', '/petitions/x/..%2f..%2froot.key', '/%00', '/%E0%A4%A']) {
    expect((await visit(path)).status, path).toBe(404)
  }
  const head = await fetch(`${stack.url}/`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(page)))
  expect((await fetch(`${stack.url}/`, { method: 'POST' })).status).toBe(405)
})

test('what no file answers is asked of the function for pages', async () => {
  for (const headers of [{ accept: 'text/html', 'if-none-match': '*' }, { accept: 'application/json' }]) {
    const page = await visit('/nothing', headers)
    expect([page.status, await page.text()]).toEqual([404, 'pages /nothing'])
  }
})

test('compressed bodies are those of the object', async () => {
  const body = JSON.stringify(Array.from({ length: 500 }, (_, n) => ({ n })))
  await stack.platform.objects.put('petitions/index.json', body, { cacheSeconds: 60 })
  const answer = await stack.fetch(
    new Request(`${stack.url}/petitions/index.json`, { headers: { 'accept-encoding': 'br;q=0, gzip' } }),
  )
  expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(body)
  expect(answer.headers.get('etag')).toMatch(/^W\/"/)
})

test('functions learn the address a client names, else that of its connection', async () => {
  expect(await (await visit('/api/address')).json()).toEqual({ address: '127.0.0.1' })
  const named = await visit('/api/address', { 'x-forwarded-for': '203.0.113.7' })
  expect(await named.json()).toEqual({ address: '203.0.113.7' })
})

test('a body over 256 KB is refused, whether its length is told or not', async () => {
  const echo = (body: BodyInit) =>
    fetch(`${stack.url}/api/echo`, { method: 'POST', body, duplex: 'half' } as RequestInit)
  expect(await (await echo('x'.repeat(256 * 1024))).json()).toEqual({ length: 256 * 1024 })
  const large = 'x'.repeat(1024 * 1024)
  const told = await echo(large)
  expect(told.status).toBe(413)
  expect(((await told.json()) as { code: string }).code).toBe('body-too-large')
  const streamed = await echo(new Blob([large]).stream())
  expect(streamed.status).toBe(413)
})

test('an unforeseen error is a problem without details', async () => {
  const answer = await visit('/staff/broken')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
})

/** The same handlers with one address that fails in a way nobody foresaw. */
function failing(handlers: Handlers): Handlers {
  const fetch = (request: Request) => {
    if (request.url.endsWith('/staff/broken')) throw new Error('secret')
    return handlers.staff.fetch(request)
  }
  return { ...handlers, staff: { fetch } }
}
