import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FileTooLarge, type LogSource, SourceUnreachable } from '../source'

/** In a folder a petition's data lie beside its count, where a site has them at the address above it. */
const OWN_DATA = 'index.json'

/** Path in a folder of a file of the site. */
export function inFolder(folder: string, path: string): string {
  return /^api\/v1\/petitions\/[^/]+$/.test(path) ? join(folder, path, OWN_DATA) : join(folder, path)
}

/** A folder with the layout of a site, such as a mirror. */
export class FolderSource implements LogSource {
  constructor(private readonly folder: string) {}

  get(path: string, limit: number): Promise<Uint8Array | undefined> {
    return readFileAt(inFolder(this.folder, path), path, limit)
  }
}

/**
 * The bytes of a file; undefined where there is none.
 * @throws FileTooLarge, SourceUnreachable
 */
export async function readFileAt(file: string, path: string, limit: number): Promise<Uint8Array | undefined> {
  try {
    const handle = await open(file)
    try {
      const { size } = await handle.stat()
      if (size > limit) throw new FileTooLarge(path)
      return new Uint8Array(await handle.readFile())
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof FileTooLarge) throw error
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined
    throw new SourceUnreachable(path, error)
  }
}

/** Writes a file whole or not at all. */
export async function writeWhole(file: string, bytes: Uint8Array | string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  const aside = `${file}.${randomUUID()}.new`
  await writeFile(aside, bytes)
  await rename(aside, file)
}
