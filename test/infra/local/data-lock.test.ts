import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { DataInUse, lockData } from '../../../infra/local/data-lock'
import { identify } from '../../../infra/local/process-identity'
import { temporaryFolder } from './temporary-folder'

test('while one holds the lock others are refused; once released it is free', async () => {
  const path = join(await temporaryFolder(), 'lock')
  const lock = await lockData(path)
  await expect(lockData(path)).rejects.toThrow(DataInUse)
  await lock.release()
  await (await lockData(path)).release()
})

test('the lock of a process that has ended is free', async () => {
  const path = join(await temporaryFolder(), 'lock')
  const holder = spawn('sleep', ['60'])
  await writeFile(path, JSON.stringify(identify(holder.pid!)))
  await expect(lockData(path)).rejects.toThrow(DataInUse)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await (await lockData(path)).release()
})

test('a pid that has passed to another process holds nothing', async () => {
  const path = join(await temporaryFolder(), 'lock')
  await writeFile(path, JSON.stringify({ pid: process.pid, startedAt: 'long ago' }))
  await (await lockData(path)).release()
})

test('a damaged lock holds nothing', async () => {
  const path = join(await temporaryFolder(), 'lock')
  await writeFile(path, '{"pid":')
  await (await lockData(path)).release()
})

test('of many who find a stale lock at once one gets it, and nothing else is left', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'lock')
  for (let round = 0; round < 60; round++) {
    await writeFile(path, JSON.stringify({ pid: 1, startedAt: 'long ago' }))
    const claims = await Promise.allSettled(Array.from({ length: 5 }, () => lockData(path)))
    const won = claims.filter(({ status }) => status === 'fulfilled')
    expect(won).toHaveLength(1)
    await (won[0] as PromiseFulfilledResult<{ release(): Promise<void> }>).value.release()
  }
  expect(await readdir(folder)).toEqual([])
})
