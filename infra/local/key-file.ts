import { createHmac, randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import type { KeyRing } from '../../functions/ports/key-ring'

const ROOT_BYTES = 32

/**
 * A key ring whose root is a file that only its owner may read; made once, never replaced.
 * derive = HMAC-SHA256(root, label), as KMS does it in the cloud.
 */
export async function openKeyFile(path: string): Promise<KeyRing> {
  const root = (await load(path)) ?? (await create(path))
  if (root.length !== ROOT_BYTES) throw new Error(`root key must be ${ROOT_BYTES} bytes`)
  return { derive: async (label) => createHmac('sha256', root).update(label).digest() }
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
