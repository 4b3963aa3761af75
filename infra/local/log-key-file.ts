import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { rawPublicKey } from '../../functions/adapters/ed25519'
import type { LogSigner } from '../../functions/ports/log-signer'

/**
 * Signs with an Ed25519 key in a file (PKCS #8 in PEM, RFC 5958) that only its owner may read; made once,
 * never replaced.
 * @throws Error when the file holds no such key
 */
export async function openLogKeyFile(path: string): Promise<LogSigner> {
  const key = parseKey((await load(path)) ?? (await create(path)), path)
  const publicKey = rawPublicKey(createPublicKey(key))
  return {
    publicKey: async () => publicKey,
    sign: async (message) => new Uint8Array(sign(null, message, key)),
  }
}

function parseKey(pem: string, path: string): KeyObject {
  try {
    return createPrivateKey(pem)
  } catch (cause) {
    throw new Error(`${path} holds no private key in PEM`, { cause })
  }
}

/** Written aside and linked: a reader finds a whole key, and of two who make one the first wins. */
async function create(path: string): Promise<string> {
  const draft = `${path}.${randomUUID()}`
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeFile(draft, privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await rm(draft)
  return readFile(path, 'utf8')
}

async function load(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
}
