import { sha256 } from '@noble/hashes/sha2.js'
import type { VerifyEd25519 } from '../../../shared/tlog/note'
import { SourceUnreachable } from '../../../verifier/source'
import type { Tools } from '../../../verifier/tools'
import type { Job } from './messages'

/** The browser's own cryptography where it is enough, and otherwise scripts that are loaded when they are needed. */
export function toolsOf({ timestamps, edwards }: Pick<Job, 'timestamps' | 'edwards'>): Tools {
  return {
    sha256,
    verifyEd25519: ed25519(edwards),
    stampsBy: async (roots) => (await loadStamps(timestamps)).stampsBy(roots),
  }
}

/** A script that does not come says nothing about the roots: checking with it then fails as any missing file does. */
async function loadStamps(address: string): Promise<Pick<Tools, 'stampsBy'>> {
  try {
    return (await import(address)) as typeof import('../timestamps')
  } catch (error) {
    return { stampsBy: () => () => Promise.reject(new SourceUnreachable(address, error)) }
  }
}

/** WebCrypto knows Ed25519 since Chrome 137, Firefox 129 and Safari 17. */
function ed25519(edwards: string): VerifyEd25519 {
  return async (publicKey, message, signature) => {
    try {
      const { subtle } = crypto
      const key = await subtle.importKey('raw', own(publicKey), 'Ed25519', false, ['verify'])
      return await subtle.verify('Ed25519', key, own(signature), own(message))
    } catch {
      const { verify } = (await import(edwards)) as typeof import('../edwards')
      return verify(publicKey, message, signature)
    }
  }
}

/** Bytes in a buffer of their own, which is what WebCrypto's types ask for. */
function own(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
