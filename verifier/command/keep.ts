import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Report } from '../report'
import { LIMITS } from '../source'
import { readFileAt, writeWhole } from './files'

/** What earlier runs have left of one petition. */
export interface Kept {
  readonly checkpoint: string | undefined
  readonly key: string | undefined
}

/** Folder of the user's for what programs remember (XDG base directories). */
export function usualFolder(environment: NodeJS.ProcessEnv): string {
  return join(environment.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'viche')
}

/** Checkpoints and keys by petition, kept from one run to the next; only a run in which everything held changes them. */
export class Keep {
  constructor(private readonly folder: string) {}

  async read(petitionId: string): Promise<Kept> {
    const [checkpoint, key] = await Promise.all(
      ['checkpoint', 'verifier-key'].map((name) => this.text(petitionId, name)),
    )
    return { checkpoint, key }
  }

  async write({ petitionId, keep }: Report): Promise<void> {
    if (!keep) return
    await writeWhole(join(this.folder, petitionId, 'verifier-key'), `${keep.key}\n`)
    await writeWhole(join(this.folder, petitionId, 'checkpoint'), keep.checkpoint)
  }

  private async text(petitionId: string, name: string): Promise<string | undefined> {
    const file = join(this.folder, petitionId, name)
    const bytes = await readFileAt(file, file, LIMITS.note)
    return bytes && new TextDecoder().decode(bytes)
  }
}
