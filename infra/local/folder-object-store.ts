import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ObjectStore, PutOptions, StoredObject } from '../../functions/ports/object-store'
import { Turns } from './turns'

export interface ServedObject extends StoredObject, PutOptions {}

/** Ends a file's name; no key may hold it, so that `a` and `a/b` stand side by side as they do in S3. */
const FILE = '~'
const DRAFTS = '.new'
const KEY = /^[A-Za-z0-9!_.*'()=:@,&$;+-]+(\/[A-Za-z0-9!_.*'()=:@,&$;+-]+)*$/

/**
 * Objects as files: a line with the seconds to cache, then the body. Written aside and renamed, so that a reader
 * sees a whole one; durable against the end of the process, not against the machine's (no fsync).
 * One process owns the folder (the data lock), which makes `replace` one step.
 */
export class FolderObjectStore implements ObjectStore {
  readonly #folder: string
  readonly #turns = new Turns()

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Opens the folder for the one process that owns it: what a killed one was still writing goes, names and all. */
  static async open(folder: string): Promise<FolderObjectStore> {
    await rm(join(folder, DRAFTS), { recursive: true, force: true })
    return new FolderObjectStore(folder)
  }

  async get(key: string): Promise<Uint8Array | undefined> {
    return (await this.#load(key))?.body
  }

  /** The body, its tag (hex SHA-256) and how long it may be cached. */
  async read(key: string): Promise<ServedObject | undefined> {
    const loaded = await this.#load(key)
    return loaded && { ...loaded, tag: createHash('sha256').update(loaded.body).digest('hex') }
  }

  put(key: string, body: Uint8Array | string, options: PutOptions): Promise<void> {
    return this.#turns.take(key, () => this.#write(key, body, options))
  }

  replace(
    key: string,
    tag: string | undefined,
    body: Uint8Array | string,
    options: PutOptions,
  ): Promise<boolean> {
    return this.#turns.take(key, async () => {
      if ((await this.read(key))?.tag !== tag) return false
      await this.#write(key, body, options)
      return true
    })
  }

  delete(key: string): Promise<void> {
    return this.#turns.take(key, () => rm(this.#path(key), { force: true }))
  }

  async #write(key: string, body: Uint8Array | string, { cacheSeconds }: PutOptions): Promise<void> {
    const path = this.#path(key)
    const draft = join(this.#folder, DRAFTS, randomUUID())
    const file = Buffer.concat([Buffer.from(`${cacheSeconds}\n`), Buffer.from(body)])
    await Promise.all([mkdir(dirname(path), { recursive: true }), mkdir(dirname(draft), { recursive: true })])
    await writeFile(draft, file)
    await rename(draft, path)
  }

  async #load(key: string): Promise<{ body: Uint8Array; cacheSeconds: number } | undefined> {
    const file = await readFile(this.#path(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
      throw error
    })
    if (!file) return undefined
    const line = file.indexOf('\n')
    return { body: file.subarray(line + 1), cacheSeconds: Number(file.toString('latin1', 0, line)) }
  }

  #path(key: string): string {
    if (!isKey(key)) throw new Error('not an object key')
    return join(this.#folder, `${key}${FILE}`)
  }
}

/** Keys that stay inside the folder and mean the same on every file system. */
export function isKey(key: string): boolean {
  if (key.length > 1024 || !KEY.test(key)) return false
  return key.split('/').every((part) => part.length <= 200 && part !== '.' && part !== '..')
}
