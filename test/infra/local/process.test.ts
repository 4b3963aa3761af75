import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { FolderObjectStore } from '../../../infra/local/folder-object-store'
import { commandOf, identify } from '../../../infra/local/process-identity'
import { bundle, ensureJava, nodeBinary } from '../../../infra/local/setup.mjs'
import { databaseEndpointOf, killDatabase } from '../../support/local-database'
import { temporaryFolder } from './temporary-folder'

let main: string
beforeAll(async () => {
  main = await bundle('test/infra/local/small-stack.ts', '.build/test/small-stack.js')
})

interface Started {
  readonly url: string
  readonly databaseEndpoint: string
  readonly failed?: string
}

async function start(data: string, variables: NodeJS.ProcessEnv = {}) {
  const child = spawn(nodeBinary(), [main, data], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, VICHE_JAVA: ensureJava(), ...variables },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve)
    child.once('exit', () => reject(new Error('ended without a word')))
  })
  return { child, ...(JSON.parse(said) as Started) }
}

const javaOf = async (data: string) => Number(await readFile(join(data, 'database.pid'), 'utf8'))

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

test.each([
  'SIGINT',
  'SIGTERM',
  'SIGHUP',
] as const)('%s ends the stack and its database within two seconds', async (signal) => {
  const data = await temporaryFolder()
  const { child } = await start(data)
  const java = await javaOf(data)
  expect(commandOf(java)).toContain('DynamoDBLocal.jar')
  const began = performance.now()
  child.kill(signal)
  expect(await ended(child)).toBe(0)
  expect(performance.now() - began).toBeLessThan(2000)
  expect(identify(java)).toBeUndefined()
})

test('when the command that started it is gone, the stack ends too', async () => {
  const data = await temporaryFolder()
  const { child } = await start(data)
  const java = await javaOf(data)
  child.disconnect()
  await ended(child)
  expect(identify(java)).toBeUndefined()
})

test('a killed stack leaves no database behind, and the next one starts on its data', async () => {
  const data = await temporaryFolder()
  const { child, url } = await start(data)
  const java = await javaOf(data)
  await fetch(`${url}/api/items/PETITION%23a/PETITION`, { method: 'PUT' })
  child.kill('SIGKILL')
  await ended(child)
  await expect.poll(() => identify(java), { timeout: 2000 }).toBeUndefined()

  const next = await start(data)
  await expect.poll(() => mails(next.url), { timeout: 5000 }).toEqual(['a@example.org'])
})

test('a stack killed while it handles a record handles it after the next start', async () => {
  const data = await temporaryFolder()
  const { child, url } = await start(data, { HANG: 'yes' })
  await fetch(`${url}/api/items/PETITION%23a/PETITION`, { method: 'PUT' })
  await fetch(`${url}/api/items/SIGNATURES%23a/olena`, { method: 'PUT' })
  for (const name of ['sequence', 'react']) {
    await expect.poll(() => objectFile(data, `begun/${name}`), { timeout: 5000 }).toBeDefined()
  }
  child.kill('SIGKILL')
  await ended(child)
  const next = await start(data)
  await expect.poll(() => mails(next.url), { timeout: 5000 }).toEqual(['a@example.org'])
  await expect.poll(() => objectFile(data, 'counted/olena'), { timeout: 5000 }).toBeDefined()
})

test('a database that ends unasked is started again on the same data, and what was saved meanwhile is handled', async () => {
  const data = await temporaryFolder()
  const { url, databaseEndpoint } = await start(data)
  const save = (name: string) => fetch(`${url}/api/items/PETITION%23${name}/PETITION`, { method: 'PUT' })
  await save('a')
  const java = await javaOf(data)
  await killDatabase(data)
  await expect.poll(() => identify(java), { timeout: 2000 }).toBeUndefined()
  await expect.poll(async () => (await save('b')).status, { timeout: 10_000 }).toBe(201)
  expect(await databaseEndpointOf(data)).toBe(databaseEndpoint)
  await expect
    .poll(async () => (await mails(url)).sort(), { timeout: 5000 })
    .toEqual(['a@example.org', 'b@example.org'])
})

test('a second copy ends with an error and the first goes on', async () => {
  const data = await temporaryFolder()
  const first = await start(data)
  const second = await start(data)
  expect(second.failed).toBe('DataInUse')
  expect(await ended(second.child)).toBe(1)
  expect(await statusOf(`${first.url}/api/address`)).toBe(200)
})

test('a database left behind is ended by the next start; a pid that has passed to another process is not', async () => {
  const data = await temporaryFolder()
  const orphan = spawn('sh', ['-c', 'sleep 60', join(data, 'database'), 'DynamoDBLocal.jar'])
  const stranger = spawn('sleep', ['60'])
  onTestFinished(() => void [orphan, stranger].map((child) => child.kill('SIGKILL')))
  await writeFile(join(data, 'database.pid'), String(orphan.pid))
  const first = await start(data)
  expect(await ended(orphan)).toBeNull()
  first.child.kill('SIGTERM')
  await ended(first.child)
  await writeFile(join(data, 'database.pid'), String(stranger.pid))
  await start(data)
  expect(identify(stranger.pid!)).toBeDefined()
})

function objectFile(data: string, key: string): Promise<Uint8Array | undefined> {
  return new FolderObjectStore(join(data, 'objects')).get(key)
}

async function statusOf(url: string): Promise<number> {
  return (await fetch(url)).status
}

async function mails(url: string): Promise<string[]> {
  const answer = await fetch(`${url}/__local/mailbox`, { headers: { accept: 'application/json' } })
  return ((await answer.json()) as { items: { to: string }[] }).items.map(({ to }) => to)
}
