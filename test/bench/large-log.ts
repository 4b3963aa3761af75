import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { inFolder } from '../../verifier/command/files'
import type { Report } from '../../verifier/report'
import { type Figure, rounded } from './figures'
import { makeLog, type PutFile } from './made-log'

const ENTRIES = 1_000_000
const MOST_MB = 256

/** Makes a log of a million signatures in a folder and verifies it as everybody can, names and all. */
export async function measureLargeLog(tell: (what: string) => void): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'viche-log-'))
  try {
    tell(`making a log of ${ENTRIES} entries`)
    const began = performance.now()
    const made = await makeLog(folderOf(folder), ENTRIES)
    const whole = (performance.now() - began) / 1000
    tell('verifying it')
    const verified = await verify(folder)
    const perSecond = (seconds: number) => rounded(ENTRIES / seconds, 0)
    return [
      { key: 'log.entries', value: ENTRIES, unit: '' },
      { key: 'log.entryBytes', value: rounded(made.entryBytes / ENTRIES, 0), unit: 'B' },
      { key: 'log.build.seconds', value: rounded(whole, 1), unit: 's' },
      { key: 'log.build.entriesSeconds', value: rounded(made.entries, 1), unit: 's' },
      { key: 'log.build.treeSeconds', value: rounded(made.tree, 1), unit: 's' },
      { key: 'log.build.treePerSecond', value: perSecond(made.tree), unit: '/s' },
      { key: 'log.verify.seconds', value: rounded(verified.seconds, 1), unit: 's' },
      { key: 'log.verify.perSecond', value: perSecond(verified.seconds), unit: '/s' },
      { key: 'log.bareSha256.perSecond', value: perSecond(made.bare), unit: '/s' },
      { key: 'log.build.treeRatio', value: rounded(made.bare / made.tree, 3), unit: '' },
      { key: 'log.verify.ratio', value: rounded(made.bare / verified.seconds, 3), unit: '' },
      { key: 'log.verify.rssWithStarterMb', value: rounded(verified.startedMb, 0), unit: 'MB' },
      { key: 'log.verify.rssMb', value: rounded(verified.rssMb, 0), unit: 'MB', limit: { atMost: MOST_MB } },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A folder with the layout of a mirror. */
function folderOf(folder: string): PutFile {
  const made = new Set<string>()
  return async (path, body) => {
    const file = inFolder(folder, path)
    if (!made.has(dirname(file))) await mkdir(dirname(file), { recursive: true })
    made.add(dirname(file))
    await writeFile(file, body)
  }
}

/** Runs the command that everybody has. @throws Error when it says that the log does not hold */
async function verify(folder: string): Promise<{ seconds: number; rssMb: number; startedMb: number }> {
  const command = fileURLToPath(new URL('./verify/viche.mjs', import.meta.url))
  const args = [command, 'verify', folder, '--json', '--keep', join(folder, 'keep')]
  const began = performance.now()
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  const endWithThis = () => child.kill()
  process.once('exit', endWithThis)
  const peaks = new Map<string, number>()
  const watch = setInterval(() => void lookAt(String(child.pid), peaks), 100)
  const said = await text(child.stdout)
  clearInterval(watch)
  process.removeListener('exit', endWithThis)
  const { verdict, tally } = JSON.parse(said) as Report
  if (verdict !== 'holds' || tally?.size !== ENTRIES) throw new Error(`the log does not verify: ${said}`)
  const all = [...peaks.values()]
  const seconds = (performance.now() - began) / 1000
  return { seconds, rssMb: Math.max(...all), startedMb: all.reduce((sum, mb) => sum + mb, 0) }
}

/** Notes the high-water marks of a process and of those it has started, in MB (Linux). */
async function lookAt(pid: string, peaks: Map<string, number>): Promise<void> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const peak = Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
  if (peak > 0) peaks.set(pid, peak)
  const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '')
  for (const child of children.split(' ').filter(Boolean)) await lookAt(child, peaks)
}
