import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { buildAssets, bundle, ensureJava, nodeBinary, root } from '../../../infra/local/setup.mjs'
import { killDatabase } from '../local-database'
import { Site } from './site'

const BUILD = '.build/test/town'

export interface TownOptions {
  /** Absolute path of a folder with `main.js` and the assets; otherwise both are built anew. */
  readonly built?: string
  /** File for what the town complains of; by default it complains aloud. */
  readonly complaints?: string
  /** Settings over those of one machine, such as the cloud's. */
  readonly settings?: Readonly<Record<string, string>>
}

/** A town in a process of its own, styles and scripts included, that can be killed and started again. */
export class TownProcess {
  readonly site: Site
  readonly data: string
  readonly #command: Command
  readonly #port: number
  #child: ChildProcess

  private constructor(command: Command, data: string, child: ChildProcess, { url, port }: Address) {
    this.#command = command
    this.data = data
    this.#child = child
    this.#port = port
    this.site = new Site(url)
  }

  static async start({ built, complaints, settings }: TownOptions = {}): Promise<TownProcess> {
    const command = { folder: built ?? (await build()), complaints, settings }
    const data = await mkdtemp(join(tmpdir(), 'viche-town-'))
    const child = run(command, data, 0)
    try {
      return new TownProcess(command, data, child, await stands(child))
    } catch (error) {
      await rm(data, { recursive: true, force: true })
      throw error
    }
  }

  /** Ends it as a power cut would: at once, wherever it is. Its database follows within milliseconds. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await ended(this.#child)
  }

  /** Ends the database and the shells around it at once, and nothing else. @returns false where none runs */
  killDatabase(): Promise<boolean> {
    return killDatabase(this.data)
  }

  /**
   * Starts it on the same data and the same address.
   * @throws Error when it ends before it stands
   */
  async startAgain(): Promise<void> {
    this.#child = run(this.#command, this.data, this.#port)
    await stands(this.#child)
  }

  /** Ends it in order and leaves its data. */
  async end(): Promise<void> {
    this.#child.kill('SIGTERM')
    await ended(this.#child)
  }

  async stop(): Promise<void> {
    await this.end()
    await rm(this.data, { recursive: true, force: true })
  }
}

async function build(): Promise<string> {
  await bundle('test/support/journeys/town-main.ts', `${BUILD}/main.js`, await buildAssets(BUILD))
  return join(root, BUILD)
}

interface Command {
  readonly folder: string
  readonly complaints: string | undefined
  readonly settings: TownOptions['settings']
}

interface Address {
  readonly url: string
  readonly port: number
}

function run({ folder, complaints, settings }: Command, data: string, port: number): ChildProcess {
  const own = ['--data', data, '--port', String(port), '--assets', folder]
  const args = ['--enable-source-maps', join(folder, 'main.js'), ...own]
  const stderr = complaints === undefined ? 'inherit' : openSync(complaints, 'a')
  const child = spawn(nodeBinary(), args, {
    // The channel closes with this process however it ends, and the town ends with the channel.
    stdio: ['ignore', 'pipe', stderr, 'ipc'],
    env: { ...process.env, ...settings, VICHE_JAVA: ensureJava() },
  })
  if (typeof stderr === 'number') closeSync(stderr)
  return child
}

async function stands(child: ChildProcess): Promise<Address> {
  const said = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).on('line', (line) => line.startsWith('{"url"') && resolve(line))
    child.once('exit', (code) => reject(new Error(`the town ended (${code}) before it stood`)))
  })
  return JSON.parse(said) as Address
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}
