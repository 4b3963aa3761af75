import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { OldData } from '../../../infra/local/data-folder'
import { DataInUse } from '../../../infra/local/data-lock'
import type { Handlers } from '../../../infra/local/handlers'
import type { MailboxItem } from '../../../infra/local/mailbox'
import { type StackOptions, startStack } from '../../../infra/local/stack'
import { PortTaken } from '../../../infra/local/web-server'
import { topology } from '../../../infra/topology'
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

test('every function of the topology is called by its trigger', async () => {
  const called = new Set<string>()
  const { stack, get } = await start({
    handlers: (platform) => watched(smallHandlers(platform), (name) => called.add(name)),
  })
  await Promise.all(
    [
      '/api/address',
      '/api/v1/signatures/a/receipt',
      '/petitions/search',
      '/staff',
      '/petitions/a/share.png',
      '/confirm',
      '/me',
    ].map((path) => get(path)),
  )
  await put(stack.platform, 'PETITION#a', 'PETITION')
  await put(stack.platform, 'SIGNATURES#a', 'olena')
  await stack.settle()
  expect([...called].sort()).toEqual(Object.keys(topology.functions).sort())
})

/** The same handlers, each telling its name when it is called. */
function watched(handlers: Handlers, tell: (name: keyof Handlers) => void): Handlers {
  const told = <Args extends unknown[], Result>(name: keyof Handlers, work: (...args: Args) => Result) => {
    return (...args: Args) => {
      tell(name)
      return work(...args)
    }
  }
  return {
    api: { fetch: told('api', (request: Request) => handlers.api.fetch(request)) },
    receipts: { fetch: told('receipts', (request: Request) => handlers.receipts.fetch(request)) },
    search: { fetch: told('search', (request: Request) => handlers.search.fetch(request)) },
    pages: { fetch: told('pages', (request: Request) => handlers.pages.fetch(request)) },
    residents: { fetch: told('residents', (request: Request) => handlers.residents.fetch(request)) },
    staff: { fetch: told('staff', (request: Request) => handlers.staff.fetch(request)) },
    documents: { fetch: told('documents', (request: Request) => handlers.documents.fetch(request)) },
    sequence: told('sequence', handlers.sequence),
    react: told('react', handlers.react),
    deliver: told('deliver', handlers.deliver),
    sweep: told('sweep', handlers.sweep),
  }
}

test('a saved petition travels through stream, queue and SMTP to the mailbox', async () => {
  const { stack, mails } = await start()
  await fetch(`${stack.url}/api/items/PETITION%23a/PETITION`, { method: 'PUT' })
  expect(await stack.settle()).toBe(true)
  expect(await mails()).toEqual(['a@example.org'])
})

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

  await writeFile(join(data, 'seeded'), '')
  await expect(start({ data, seed: whole })).rejects.toThrow(OldData)
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
