import { createHmac, randomBytes } from 'node:crypto'
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { keyRing } from '../../functions/adapters/key-ring'
import type { KeyRing } from '../../functions/ports/key-ring'

const ROOT_BYTES = 32

/**
 * A key ring whose roots are a file that only its owner may read: 32 bytes each, the one in force first; made once.
 * derive = HMAC-SHA256(root, label), as KMS does it in the cloud.
 */
export async function openKeyFile(path: string): Promise<KeyRing> {
  const roots = rootsIn((await load(path)) ?? (await create(path)))
  return keyRing(roots.map((root) => async (label) => createHmac('sha256', root).update(label).digest()))
}

/** Puts a new root in front of those that are there; they go on opening what they sealed. */
export async function rotateKeyFile(path: string): Promise<void> {
  const before = (await load(path)) ?? Buffer.alloc(0)
  if (before.length > 0) rootsIn(before)
  const draft = `${path}.new`
  await writeFile(draft, Buffer.concat([randomBytes(ROOT_BYTES), before]), { mode: 0o600 })
  await rename(draft, path)
}

function rootsIn(file: Buffer): Buffer[] {
  const count = file.length / ROOT_BYTES
  if (!Number.isInteger(count) || count === 0) throw new Error(`root keys must be ${ROOT_BYTES} bytes each`)
  return Array.from({ length: count }, (_, place) =>
    file.subarray(place * ROOT_BYTES, (place + 1) * ROOT_BYTES),
  )
}

async function create(path: string): Promise<Buffer> {
  const draft = `${path}.new`
  await writeFile(draft, randomBytes(ROOT_BYTES), { mode: 0o600 })
  await link(draft, path)
  await rm(draft)
  return readFile(path)
}

async function load(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
