import { randomUUID } from 'node:crypto'
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
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

const ATTEMPTS = 100
const PAUSE_MS = 50
/** A takeover lasts a few milliseconds; one as old as this belongs to a process that died in it. */
const TAKEOVER_MS = 5_000

/**
 * Takes the data for this process. A lock whose process has ended, however it ended, counts for nothing.
 * @throws DataInUse while the holder lives
 */
export async function lockData(path: string): Promise<DataLock> {
  const own = JSON.stringify(identify(process.pid))
  const draft = `${path}.${randomUUID()}`
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
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await linked(draft, path)) return
    const held = await read(path)
    if (held === undefined) continue
    const pid = holder(held)
    if (pid !== undefined) throw new DataInUse(pid)
    if (await takenOver(path, draft, held)) return
    await pause(PAUSE_MS)
  }
  throw new DataInUse(0)
}

/**
 * Replaces a stale lock. Only whoever holds the takeover's own name may, and the stale lock stays in its place until
 * it is replaced: so nobody can claim the path in between, and no living lock is ever moved.
 */
async function takenOver(path: string, draft: string, stale: string): Promise<boolean> {
  const takeover = `${path}.takeover`
  if (!(await linked(draft, takeover))) {
    const begun = await stat(takeover)
      .then(({ ctimeMs }) => ctimeMs)
      .catch(() => undefined)
    if (begun !== undefined && Date.now() - begun > TAKEOVER_MS) await rm(takeover, { force: true })
    return false
  }
  try {
    if ((await read(path)) !== stale) return false
    await rename(draft, path)
    return true
  } finally {
    await rm(takeover, { force: true })
  }
}

function holder(held: string): number | undefined {
  try {
    const { pid, startedAt } = JSON.parse(held) as { pid: number; startedAt: string }
    return identify(pid)?.startedAt === startedAt ? pid : undefined
  } catch {
    return undefined
  }
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
