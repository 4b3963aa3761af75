import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import type { LogSource } from '../source'
import { inFolder, readFileAt, writeWhole } from './files'
import type { HttpSource } from './http-source'

/** Of the mirror itself, apart from the site's layout. */
const OWN = '.viche'

/**
 * A copy of what the site serves that is changed only by a run in which everything held. What never changes is read
 * from the copy; of the rest the site is asked whether it has changed. New files wait aside until the run is over,
 * also for the next run where this one is broken off.
 */
export class Mirror implements LogSource {
  private readonly tags: Map<string, string>
  private readonly gone = new Set<string>()

  private constructor(
    private readonly site: HttpSource,
    readonly folder: string,
    tags: Readonly<Record<string, string>>,
  ) {
    this.tags = new Map(Object.entries(tags))
  }

  static async open(site: HttpSource, folder: string): Promise<Mirror> {
    return new Mirror(site, folder, await readTags(folder))
  }

  /** Where the files of a run lie in which something did not hold. */
  get refused(): string {
    return join(this.folder, OWN, 'refused')
  }

  async get(path: string, limit: number): Promise<Uint8Array | undefined> {
    const settled = isSettled(path)
    const here = await readFileAt(inFolder(this.folder, path), path, limit)
    if (settled && here) return here
    const waiting = settled ? await readFileAt(inFolder(this.incoming, path), path, limit) : undefined
    if (waiting) return waiting
    const fetched = await this.site.fetch(path, limit, here && this.tags.get(path))
    if (fetched.status === 'unchanged') return here
    if (fetched.status === 'missing') {
      if (here) this.gone.add(path)
      return undefined
    }
    await writeWhole(inFolder(this.incoming, path), fetched.body)
    if (fetched.tag === undefined) this.tags.delete(path)
    else if (!settled) this.tags.set(path, fetched.tag)
    return fetched.body
  }

  /** Everything held: what was read becomes the mirror. */
  async accept(): Promise<void> {
    for (const path of this.gone) await rm(inFolder(this.folder, path), { force: true })
    for (const file of await filesUnder(this.incoming)) {
      const to = join(this.folder, relative(this.incoming, file))
      await mkdir(dirname(to), { recursive: true })
      await rename(file, to)
    }
    await writeWhole(tagsFile(this.folder), JSON.stringify(Object.fromEntries(this.tags)))
    await rm(this.incoming, { recursive: true, force: true })
    await rm(this.refused, { recursive: true, force: true })
  }

  /** Something did not hold: what was read is kept aside as evidence. */
  async refuse(): Promise<void> {
    await rm(this.refused, { recursive: true, force: true })
    await mkdir(this.incoming, { recursive: true })
    await rename(this.incoming, this.refused)
  }

  private get incoming(): string {
    return join(this.folder, OWN, 'incoming')
  }
}

/** Whether a file, once published, stays as it is: tiles and bundles of one width, and what was stamped. */
function isSettled(path: string): boolean {
  return /\/tile\//.test(path) || /\/stamped\/\d+(\.tsr)?$/.test(path)
}

function tagsFile(folder: string): string {
  return join(folder, OWN, 'tags.json')
}

async function readTags(folder: string): Promise<Record<string, string>> {
  try {
    return JSON.parse(await readFile(tagsFile(folder), 'utf8')) as Record<string, string>
  } catch {
    // Without them everything that may change is fetched anew.
    return {}
  }
}

async function filesUnder(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
}
