import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { identify } from '../../../infra/local/process-identity'
import { root } from '../../../infra/local/setup.mjs'
import { temporaryFolder } from './temporary-folder'

/** `npm start` without npm, on a free port unless told otherwise. */
async function run(data: string, variables: NodeJS.ProcessEnv = {}, args: string[] = []) {
  const child = spawn(process.execPath, [join(root, 'infra/local/start.mjs'), '--data', data, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: '', PORT: '0', ...variables },
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  let complained = ''
  child.stdout.on('data', (chunk) => {
    said += chunk
  })
  child.stderr.on('data', (chunk) => {
    complained += chunk
  })
  return { child, said: () => said, complained: () => complained }
}

async function untilReady({ child, said, complained }: Awaited<ReturnType<typeof run>>): Promise<string> {
  while (!said().includes('Ctrl+C')) {
    if (child.exitCode !== null) throw new Error(`ended: ${complained()}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return /http:\/\/localhost:\d+/.exec(said())![0]
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

test('a first start fills new data and answers at the addresses it prints; interrupted, it leaves nothing behind', async () => {
  const data = await temporaryFolder()
  const first = await run(data)
  const url = await untilReady(first)
  for (const path of ['/', '/en/', '/staff', '/__local/mailbox', '/api/v1/petitions']) {
    expect((await fetch(`${url}${path}`, { headers: { accept: 'text/html' } })).status, path).toBeLessThan(
      400,
    )
    expect(first.said()).toContain(url)
  }
  const second = await run(data)
  expect(await ended(second.child)).toBe(1)
  expect(second.complained().trim().split('\n')).toHaveLength(1)
  const java = Number(await readFile(join(data, 'database.pid'), 'utf8'))
  const began = performance.now()
  first.child.kill('SIGINT')
  expect(await ended(first.child)).toBe(0)
  expect(performance.now() - began).toBeLessThan(2000)
  expect(identify(java)).toBeUndefined()
}, 120_000)

test('killed outright, it takes the stack and the database with it', async () => {
  const data = await temporaryFolder()
  const first = await run(data)
  await expect
    .poll(() => readFile(join(data, 'database.pid'), 'utf8').catch(() => ''), { timeout: 30_000 })
    .not.toBe('')
  const java = Number(await readFile(join(data, 'database.pid'), 'utf8'))
  first.child.kill('SIGKILL')
  await expect.poll(() => identify(java), { timeout: 5000 }).toBeUndefined()
}, 60_000)

test('a taken port, a wrong option and a wrong setting are one line each, and exit code 1', async () => {
  const data = await temporaryFolder()
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const port = String((other.address() as { port: number }).port)
  const cases: [NodeJS.ProcessEnv, string[], string][] = [
    [{ PORT: port }, [], port],
    [{ PORT: 'http' }, [], 'PORT'],
    [{}, ['--frsh'], 'frsh'],
    [{ POW_COST: 'much' }, [], 'POW_COST'],
  ]
  for (const [variables, args, named] of cases) {
    const { child, complained } = await run(data, variables, args)
    expect(await ended(child)).toBe(1)
    expect(complained().trim().split('\n')).toHaveLength(1)
    expect(complained()).toContain(named)
  }
}, 60_000)
