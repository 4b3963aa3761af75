import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { databaseEndpointOf } from '../support/local-database'

/** A stack of its own process and data, started as `npm start` does it. */
export interface StackProcess {
  readonly url: string
  readonly data: string
  readonly databaseEndpoint: string
  /** Most memory it has held at once, in MB. */
  peakMb(): Promise<number>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** @throws Error when it ends before it says its address */
export async function startStackProcess(root: string): Promise<StackProcess> {
  const data = await mkdtemp(join(tmpdir(), 'viche-bench-'))
  const child = spawn(process.execPath, [join(root, 'infra/local/start.mjs'), '--data', data], {
    // Started by npm, it ends with whoever started it, however that ends.
    env: { ...process.env, PORT: '0', SMTP_PORT: '0', npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const remove = () => rmSync(data, { recursive: true, force: true, maxRetries: 3 })
  process.once('exit', remove)
  const url = await address(child)
  const { pid } = JSON.parse(await readFile(join(data, 'lock'), 'utf8')) as { pid: number }
  return {
    url,
    data,
    databaseEndpoint: await databaseEndpointOf(data),
    peakMb: () => peakOf(pid),
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
      process.removeListener('exit', remove)
      remove()
    },
  }
}

function address(child: ChildProcess): Promise<string> {
  const lines = createInterface({ input: child.stdout! })
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('the stack did not start')))
    lines.on('line', (line) => {
      const site = /Site\s+(http\S+)\/$/.exec(line)
      if (site) resolve(site[1]!)
    })
  })
}

/** `VmHWM` of Linux: the high-water mark of resident memory. */
async function peakOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024
}
