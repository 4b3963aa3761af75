import { link, readFile, rename, rm, unlink, writeFile } from 'node:fs/promises'
import { identify } from './process-identity'

/** Another copy runs on the same data. */
export class DataInUse extends Error {
  readonly pid: number
  constructor(pid: number) {
    super(`data in use by process ${pid}`)
    this.pid = pid
  }
}

export interface DataLock {
  release(): Promise<void>
}

/**
 * Takes the data for this process. A lock whose process has ended, however it ended, counts for nothing.
 * @throws DataInUse while the holder lives
 */
export async function lockData(path: string): Promise<DataLock> {
  const own = JSON.stringify(identify(process.pid))
  const draft = `${path}.${process.pid}`
  await writeFile(draft, own)
  try {
    await claim(path, draft)
  } finally {
    await rm(draft, { force: true })
  }
  return {
    release: async () => {
      if ((await read(path)) === own) await rm(path, { force: true })
    },
  }
}

/** `link` fails where the name is taken, so of two claims one succeeds, and no reader sees half a lock. */
async function claim(path: string, draft: string): Promise<void> {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await linked(draft, path)) return
    const held = await read(path)
    if (held === undefined) continue
    const pid = holder(held)
    if (pid !== undefined) throw new DataInUse(pid)
    await discard(path, draft, held)
  }
  throw new DataInUse(0)
}

function holder(held: string): number | undefined {
  try {
    const { pid, startedAt } = JSON.parse(held) as { pid: number; startedAt: string }
    return identify(pid)?.startedAt === startedAt ? pid : undefined
  } catch {
    return undefined
  }
}

/** Moves the stale lock away first: if somebody else has replaced it meanwhile, theirs is put back. */
async function discard(path: string, draft: string, stale: string): Promise<void> {
  const aside = `${draft}.stale`
  try {
    await rename(path, aside)
  } catch {
    return
  }
  if ((await read(aside)) !== stale) await linked(aside, path)
  await unlink(aside)
}

async function linked(from: string, to: string): Promise<boolean> {
  return link(from, to).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false
      throw error
    },
  )
}

async function read(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch(() => undefined)
}
