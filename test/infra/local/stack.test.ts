import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { DataInUse } from '../../../infra/local/data-lock'
import type { MailboxItem } from '../../../infra/local/mailbox'
import { type StackOptions, startStack } from '../../../infra/local/stack'
import { PortTaken } from '../../../infra/local/web-server'
import { put, smallHandlers } from './small-handlers'
import { temporaryFolder } from './temporary-folder'

async function start(options: Partial<StackOptions> = {}, due: string[] = []) {
  const data = options.data ?? (await temporaryFolder())
  const stack = await startStack({
    port: 0,
    handlers: (platform) => smallHandlers(platform, due),
    ...options,
    data,
  })
  onTestFinished(() => stack.stop())
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${stack.url}${path}`, { headers })
  const mails = async () => {
    const answer = await get('/__local/mailbox', { accept: 'application/json' })
    return ((await answer.json()) as { items: MailboxItem[] }).items.map(({ to }) => to)
  }
  return { stack, data, get, mails }
}

test('a saved petition travels through stream, queue and SMTP to the mailbox', async () => {
  const { stack, mails } = await start()
  await fetch(`${stack.url}/api/items/PETITION%23a/PETITION`, { method: 'PUT' })
  expect(await stack.settle()).toBe(true)
  expect(await mails()).toEqual(['a@example.org'])
})

test('files and functions answer as behind the CDN', async () => {
  const { stack, get } = await start()
  const { objects } = stack.platform
  const page = `<!doctype html><title>Петиції</title>${'<p>Громада</p>'.repeat(200)}`
  await objects.put('index.html', page, { cacheSeconds: 60 })
  await objects.put('petitions/x/index.html', page, { cacheSeconds: 60 })
  await objects.put('api/v1/petitions/x/count', '{"count":1}', { cacheSeconds: 15 })
  await objects.put('staging/x/1', 'names', { cacheSeconds: 0 })

  const home = await get('/', { 'accept-encoding': 'gzip' })
  expect(home.status).toBe(200)
  expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(home.headers.get('cache-control')).toBe('public, max-age=60')
  expect(home.headers.get('content-encoding')).toBe('gzip')
  expect(await home.text()).toBe(page)
  expect(home.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(home.headers.get('strict-transport-security')).toBeNull()

  const again = await get('/', { 'if-none-match': home.headers.get('etag')! })
  expect(again.status).toBe(304)
  for (const path of ['/petitions/x', '/petitions/x/', '/petitions/x/index.html']) {
    expect((await get(path)).status, path).toBe(200)
  }
  const count = await get('/api/v1/petitions/x/count')
  expect(count.headers.get('content-type')).toBe('application/json; charset=utf-8')
  expect(await count.json()).toEqual({ count: 1 })

  expect(await (await get('/staff/petitions')).text()).toBe('staff /staff/petitions')
  expect(await (await get('/en/staff')).text()).toBe('staff /en/staff')
  expect(await (await get('/api/v1/staff/me')).text()).toBe('staff /api/v1/staff/me')
  for (const path of ['/nothing', '/staging/x/1', '/petitions/x/..%2f..%2froot.key', '/%00', '/%E0%A4%A']) {
    expect((await get(path)).status, path).toBe(404)
  }
  const head = await fetch(`${stack.url}/`, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } })
  expect(head.headers.get('content-length')).toBe(String(Buffer.byteLength(page)))
  expect((await fetch(`${stack.url}/`, { method: 'POST' })).status).toBe(405)
})

test('compressed bodies are those of the object', async () => {
  const { stack } = await start()
  const body = JSON.stringify(Array.from({ length: 500 }, (_, n) => ({ n })))
  await stack.platform.objects.put('petitions/index.json', body, { cacheSeconds: 60 })
  const answer = await stack.fetch(
    new Request(`${stack.url}/petitions/index.json`, { headers: { 'accept-encoding': 'br;q=0, gzip' } }),
  )
  expect(gunzipSync(await answer.arrayBuffer()).toString()).toBe(body)
  expect(answer.headers.get('etag')).toMatch(/^W\/"/)
})

test('functions learn the address a client names, else that of its connection', async () => {
  const { get } = await start()
  expect(await (await get('/api/address')).json()).toEqual({ address: '127.0.0.1' })
  const named = await get('/api/address', { 'x-forwarded-for': '203.0.113.7' })
  expect(await named.json()).toEqual({ address: '203.0.113.7' })
})

test('a body over 256 KB is refused, whether its length is told or not', async () => {
  const { stack } = await start()
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
  const { get } = await start({
    handlers: (platform) => ({ ...smallHandlers(platform), staff: { fetch: fails } }),
  })
  const answer = await get('/staff')
  expect(answer.status).toBe(500)
  expect(await answer.text()).not.toContain('secret')
})

function fails(): never {
  throw new Error('secret')
}

test('moving the clock runs what becomes due, with its mails, before it answers', async () => {
  const soon = [1, 2, 3].map((days) => new Date(Date.now() + days * 86_400_000).toISOString())
  const { stack, get, mails } = await start({}, [...soon])
  const move = async (now: unknown) =>
    fetch(`${stack.url}/__local/clock`, {
      method: 'PUT',
      body: JSON.stringify({ now }),
      headers: { 'content-type': 'application/json' },
    })
  const moved = await move(soon[1])
  expect(moved.status).toBe(200)
  expect(await mails()).toHaveLength(2)
  const { now } = (await (await get('/__local/clock')).json()) as { now: string }
  expect(Date.parse(now) - Date.parse(soon[1]!)).toBeGreaterThanOrEqual(0)
  expect(Date.parse(now) - Date.parse(soon[1]!)).toBeLessThan(20_000)
  const back = await move(soon[0])
  expect(back.status).toBe(409)
  expect(((await back.json()) as { code: string }).code).toBe('clock-moves-forward')
  for (const wrong of ['tomorrow', 5, null, '2026-13-01T00:00:00Z'])
    expect((await move(wrong)).status).toBe(400)
  expect((await fetch(`${stack.url}/__local/clock`, { method: 'PUT', body: '{' })).status).toBe(400)
})

test('data, stream position, clock, keys and mails outlive a restart; what was not handled is handled then', async () => {
  const first = await start({
    handlers: (platform) => ({
      ...smallHandlers(platform),
      sequence: async () => {
        throw new Error('not today')
      },
    }),
  })
  await put(first.stack.platform, 'PETITION#a', 'PETITION')
  await put(first.stack.platform, 'SIGNATURES#a', 'olena')
  await first.stack.clock.moveTo(new Date(Date.now() + 86_400_000).toISOString())
  await expect.poll(first.mails).toEqual(['a@example.org'])
  const key = await first.stack.platform.keys.derive('viche/token/v1')
  const began = performance.now()
  await first.stack.stop()
  expect(performance.now() - began).toBeLessThan(2000)

  const { stack, mails } = await start({ data: first.data })
  expect(await stack.settle()).toBe(true)
  expect(await stack.platform.objects.get('counted/olena')).toBeDefined()
  expect(await mails()).toEqual(['a@example.org'])
  expect(Date.parse(stack.clock.now()) - Date.now()).toBeGreaterThan(86_000_000)
  expect(await stack.platform.keys.derive('viche/token/v1')).toEqual(key)
  expect((await stat(join(first.data, 'root.key'))).mode & 0o777).toBe(0o600)
})

test('fresh data begins with nothing, and nothing of others in the folder is removed', async () => {
  const first = await start()
  await put(first.stack.platform, 'PETITION#a', 'PETITION')
  await first.stack.settle()
  await first.stack.stop()
  await writeFile(join(first.data, 'notes.txt'), 'mine')
  const { stack, mails } = await start({ data: first.data, fresh: true })
  await stack.settle()
  expect(await mails()).toEqual([])
  expect(await readFile(join(first.data, 'notes.txt'), 'utf8')).toBe('mine')
})

test('new data is seeded once; a seed that did not finish is done again from nothing', async () => {
  const data = await temporaryFolder()
  const half = async (stack: { platform: Parameters<typeof put>[0] }) => {
    await put(stack.platform, 'PETITION#half', 'PETITION')
    throw new Error('power cut')
  }
  await expect(start({ data, seed: half })).rejects.toThrow('power cut')
  let seeds = 0
  const whole = async (stack: { platform: Parameters<typeof put>[0] }) => {
    seeds++
    await put(stack.platform, 'PETITION#whole', 'PETITION')
  }
  for (let run = 0; run < 2; run++) {
    const { stack, mails } = await start({ data, seed: whole })
    expect(await mails()).toEqual(['whole@example.org'])
    await stack.stop()
  }
  expect(seeds).toBe(1)
})

test('a second copy on the same data and a taken port are refused, and leave the first alone', async () => {
  const { stack, data, get } = await start()
  await expect(start({ data })).rejects.toThrow(DataInUse)
  await expect(start({ port: stack.port })).rejects.toThrow(PortTaken)
  expect((await get('/api/address')).status).toBe(200)
  const other = createServer().listen(0)
  onTestFinished(() => void other.close())
  const { port } = other.address() as { port: number }
  await expect(start({ port })).rejects.toThrow(PortTaken)
})

test('a wrong setting stops the start and is named', async () => {
  await expect(start({ variables: { POW_COST: 'much' } })).rejects.toThrow(/POW_COST/)
  await expect(start({ variables: { LINK_HOURS: '1' } })).rejects.toThrow(/LINK_HOURS/)
})

test('mails wait out an outage of the mail server', async () => {
  const { stack, mails } = await start()
  const outage = (on: boolean) =>
    fetch(`${stack.url}/__local/mailbox/outage`, {
      method: 'PUT',
      body: JSON.stringify({ on }),
      headers: { 'content-type': 'application/json' },
    })
  await outage(true)
  await put(stack.platform, 'PETITION#a', 'PETITION')
  await put(stack.platform, 'SIGNATURES#a', 'olena')
  await expect.poll(() => stack.platform.objects.get('counted/olena')).toBeDefined()
  expect(await stack.settle(1000)).toBe(false)
  expect(await mails()).toEqual([])
  await outage(false)
  expect(await stack.settle()).toBe(true)
  expect(await mails()).toEqual(['a@example.org'])
})
