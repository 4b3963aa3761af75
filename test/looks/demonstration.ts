import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../infra/local/free-port'

const PATIENCE_MS = 300_000

/** A running stack with the demonstration's communities and petitions. */
export interface Demonstration {
  readonly url: string
  stop(): Promise<void>
}

/** The stack that SITE names, or `npm start` of its own on fresh data. */
export async function startDemonstration(): Promise<Demonstration> {
  if (process.env.SITE) return { url: process.env.SITE.replace(/\/$/, ''), stop: async () => {} }
  const data = await mkdtemp(join(tmpdir(), 'viche-looks-'))
  const port = await freePort()
  const start = join(process.env.VICHE_ROOT!, 'infra/local/start.mjs')
  const child = spawn(process.execPath, [start, '--fresh', '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(port) },
  })
  await stands(child)
  return {
    url: `http://localhost:${port}`,
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
      await rm(data, { recursive: true, force: true })
    },
  }
}

/** Its addresses are printed once everything is published. */
async function stands(child: ChildProcess): Promise<void> {
  const timer = setTimeout(() => child.kill('SIGTERM'), PATIENCE_MS)
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout!.on('data', (chunk) => String(chunk).includes('/__local/mailbox') && resolve())
      child.once('exit', (code) => reject(new Error(`the stack ended with ${code} before it stood`)))
    })
  } finally {
    clearTimeout(timer)
  }
}
