import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildAssets, bundle, ensureJava, nodeBinary, root } from '../../../infra/local/setup.mjs'
import { Site } from './site'

const BUILD = '.build/test/town'

/** A town in a process of its own, styles and scripts included, that can be killed and started again. */
export class TownProcess {
  readonly site: Site
  readonly #main: string
  readonly #data: string
  readonly #port: number
  #child: ChildProcess

  private constructor(main: string, data: string, started: Started) {
    this.#main = main
    this.#data = data
    this.#port = started.port
    this.#child = started.child
    this.site = new Site(started.url)
  }

  static async start(): Promise<TownProcess> {
    const main = await bundle(
      'test/support/journeys/town-main.ts',
      `${BUILD}/main.js`,
      await buildAssets(BUILD),
    )
    const data = await mkdtemp(join(tmpdir(), 'viche-town-'))
    try {
      return new TownProcess(main, data, await run(main, data, 0))
    } catch (error) {
      await rm(data, { recursive: true, force: true })
      throw error
    }
  }

  /** Ends it as a power cut would: at once, wherever it is. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await ended(this.#child)
  }

  /** Starts it on the same data and the same address. */
  async startAgain(): Promise<void> {
    this.#child = (await run(this.#main, this.#data, this.#port)).child
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await ended(this.#child)
    await rm(this.#data, { recursive: true, force: true })
  }
}

interface Started {
  readonly child: ChildProcess
  readonly url: string
  readonly port: number
}

async function run(main: string, data: string, port: number): Promise<Started> {
  const args = [
    '--enable-source-maps',
    main,
    '--data',
    data,
    '--port',
    String(port),
    '--assets',
    join(root, BUILD),
  ]
  const child = spawn(nodeBinary(), args, {
    // The channel closes with this process however it ends, and the town ends with the channel.
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: { ...process.env, VICHE_JAVA: ensureJava() },
  })
  const said = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => line.startsWith('{"url"') && resolve(line))
    child.once('exit', (code) => reject(new Error(`the town ended (${code}) before it stood`)))
  })
  return { child, ...(JSON.parse(said) as { url: string; port: number }) }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
