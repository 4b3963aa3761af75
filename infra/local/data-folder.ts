import { access, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'

/** What the local stack keeps between runs, one entry each. */
const ENTRIES = {
  database: 'database',
  objects: 'objects',
  queue: 'queue',
  positions: 'positions',
  deadLetters: 'dead-letters',
  mailbox: 'mailbox.jsonl',
  rootKey: 'root.key',
  tsa: 'tsa',
  logKey: 'log.key',
  clock: 'clock.json',
  seeding: 'seeding',
  seeded: 'seeded',
  lock: 'lock',
  databasePid: 'database.pid',
} as const

/** Of what the folder holds; another one where what is there cannot be gone on with, as since petitions' keys are sealed. */
const FORMAT = '4'

/** The data were made by a version whose data this one cannot go on with. */
export class OldData extends Error {
  override readonly name = 'OldData'
}

/** Absolute paths inside the data folder. */
export type DataFolder = { readonly [entry in keyof typeof ENTRIES]: string } & { readonly path: string }

/** Makes the folder (readable by its owner alone) where it is missing. */
export async function openDataFolder(path: string): Promise<DataFolder> {
  const root = resolve(path)
  await mkdir(root, { recursive: true, mode: 0o700 })
  const paths = Object.entries(ENTRIES).map(([name, file]) => [name, join(root, file)])
  return { ...(Object.fromEntries(paths) as Omit<DataFolder, 'path'>), path: root }
}

/** Removes the stack's own entries and nothing else: the folder may be one that holds more. */
export async function emptyDataFolder(folder: DataFolder): Promise<void> {
  const kept: string[] = [folder.lock, folder.databasePid, folder.path]
  const paths = Object.values(folder).filter((path) => !kept.includes(path))
  await Promise.all(paths.map((path) => rm(path, { recursive: true, force: true })))
}

/**
 * Whether the data is new. What a seed that did not finish has left is emptied first, and counts as new.
 * @throws OldData; nothing is changed then
 */
export async function needsSeed(folder: DataFolder): Promise<boolean> {
  if (await exists(folder.seeding)) {
    await emptyDataFolder(folder)
    return true
  }
  if (!(await exists(folder.seeded))) return isNew(folder)
  if ((await readFile(folder.seeded, 'utf8')) !== FORMAT) throw new OldData(folder.path)
  return false
}

export async function markSeeding(folder: DataFolder): Promise<void> {
  await writeFile(folder.seeding, '')
}

export async function markSeeded(folder: DataFolder): Promise<void> {
  await writeFile(folder.seeded, FORMAT)
  await rm(folder.seeding, { force: true })
}

async function isNew(folder: DataFolder): Promise<boolean> {
  return !(await exists(folder.database)) || (await readdir(folder.database)).length === 0
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
