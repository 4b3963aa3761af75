import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { FolderObjectStore } from '../../infra/local/folder-object-store'
import { type Figure, rounded } from './figures'
import type { Verified } from './log-verifier'
import { makeLog } from './made-log'

const ENTRIES = 1_000_000
const MOST_MB = 256

/** Makes a log of a million signatures in a folder and verifies it in a process of its own, names and all. */
export async function measureLargeLog(tell: (what: string) => void): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'viche-log-'))
  try {
    tell(`making a log of ${ENTRIES} entries`)
    const began = performance.now()
    const made = await makeLog(new FolderObjectStore(folder), ENTRIES)
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
      { key: 'log.bareSha256.perSecond', value: perSecond(verified.bareSeconds), unit: '/s' },
      { key: 'log.build.treeRatio', value: rounded(verified.bareSeconds / made.tree, 3), unit: '' },
      { key: 'log.verify.ratio', value: rounded(verified.bareSeconds / verified.seconds, 3), unit: '' },
      { key: 'log.verify.rssMb', value: rounded(verified.rssMb, 0), unit: 'MB', limit: { atMost: MOST_MB } },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function verify(folder: string): Promise<Verified> {
  const script = fileURLToPath(new URL('./log-verifier.js', import.meta.url))
  const child = spawn(process.execPath, ['--enable-source-maps', script, folder, String(ENTRIES)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  process.once('exit', () => child.kill())
  return JSON.parse(await text(child.stdout)) as Verified
}
