import { readdir, readFile } from 'node:fs/promises'

/** Ticks in a second, as Linux counts processor time for programs on every usual machine. */
const TICKS = 100

/** Milliseconds of processor time that a process and all its children have taken; 0 where there is no `/proc`. */
export async function processTimeMs(pid: number): Promise<number> {
  const processes = await allProcesses()
  const own = new Set([pid])
  // A child's number is usually, but not always, above its parent's.
  for (let before = 0; before < own.size; ) {
    before = own.size
    for (const one of processes) if (own.has(one.parent)) own.add(one.pid)
  }
  const ticks = processes.filter((one) => own.has(one.pid)).reduce((sum, one) => sum + one.ticks, 0)
  return (1000 * ticks) / TICKS
}

async function allProcesses() {
  const names = await readdir('/proc').catch(() => [])
  const pids = names.filter((name) => /^\d+$/.test(name))
  const stats = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')))
  return stats.filter(Boolean).map(parsed)
}

/** `pid (name) state ppid … utime stime cutime cstime`: the name may hold anything. */
function parsed(stat: string) {
  const rest = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const ticks = rest.slice(11, 15).reduce((sum, field) => sum + Number(field), 0)
  return { pid: Number.parseInt(stat, 10), parent: Number(rest[1]), ticks }
}
