import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandOf } from '../../infra/local/process-identity'

/**
 * Where the database of a running stack answers: its port is of its own choice, and its command line tells it.
 * @param data the stack's folder
 * @throws Error while it does not run
 */
export async function databaseEndpointOf(data: string): Promise<string> {
  const port = /-port (\d+)/.exec(commandOf((await pidOf(data)) ?? 0) ?? '')?.[1]
  if (!port) throw new Error('the database does not run')
  return `http://127.0.0.1:${port}`
}

/**
 * Kills the database of a stack together with the shells that guard it.
 * @returns false where none runs
 */
export async function killDatabase(data: string): Promise<boolean> {
  const pid = await pidOf(data)
  // A number that has passed to another process is not the database's any more.
  if (pid === undefined || !commandOf(pid)?.includes(data)) return false
  const group = Number(spawnSync('ps', ['-o', 'pgid=', '-p', String(pid)], { encoding: 'utf8' }).stdout)
  if (group <= 1) return false
  process.kill(-group, 'SIGKILL')
  return true
}

async function pidOf(data: string): Promise<number | undefined> {
  const pid = Number(await readFile(join(data, 'database.pid'), 'utf8').catch(() => ''))
  return Number.isInteger(pid) && pid > 1 ? pid : undefined
}
