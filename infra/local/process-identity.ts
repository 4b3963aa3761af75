import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that lives now. A number alone may have passed to another process; with its start it has not. */
export interface ProcessIdentity {
  readonly pid: number
  readonly startedAt: string
}

/** Undefined when no such process lives. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startTicks(pid) : ps(pid, 'lstart=')
  return startedAt ? { pid, startedAt } : undefined
}

/** Command line of a living process, arguments separated by spaces. */
export function commandOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'args=')
  return procFile(pid, 'cmdline')?.replaceAll('\0', ' ').trim() || undefined
}

/** Field 22 of /proc/<pid>/stat; the name in field 2 may hold spaces and brackets. A zombie has ended. */
function startTicks(pid: number): string | undefined {
  const stat = procFile(pid, 'stat')
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  return fields?.[0] === 'Z' ? undefined : fields?.[19]
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}

function ps(pid: number, field: string): string | undefined {
  return spawnSync('ps', ['-o', field, '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() || undefined
}
