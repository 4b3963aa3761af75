import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Ran {
  readonly code: number | null
  /** Both outputs together, as a terminal shows them. */
  readonly said: string
}

/** Somebody at a terminal, in a home of their own. */
export class Shell {
  private constructor(readonly home: string) {}

  static async open(): Promise<Shell> {
    return new Shell(await mkdtemp(join(tmpdir(), 'viche-home-')))
  }

  /**
   * Types lines one after the other and stops at the first that fails.
   * @param folder from the home
   * @param variables over those of the machine; `node` is found whatever PATH they name
   */
  async runs(lines: readonly string[], folder = '.', variables: Record<string, string> = {}): Promise<Ran> {
    const path = [dirname(process.execPath), variables.PATH ?? process.env.PATH].join(':')
    const child = spawn('/bin/sh', ['-ec', lines.join('\n')], {
      cwd: join(this.home, folder),
      env: { ...variables, HOME: this.home, PATH: path },
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += part))
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
    return { code, said }
  }

  leaves(): Promise<void> {
    return rm(this.home, { recursive: true, force: true })
  }
}
