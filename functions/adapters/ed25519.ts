import { createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { VerifyEd25519 } from '../../shared/tlog/note'

/** What stands before the 32 bytes of an Ed25519 key in its SPKI form (RFC 8410 §4). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/**
 * The 32 bytes of an Ed25519 public key (RFC 8032).
 * @throws Error when it is a key of another kind
 */
export function rawPublicKey(key: KeyObject): Uint8Array {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`not an Ed25519 key: ${key.asymmetricKeyType}`)
  const { x } = key.export({ format: 'jwk' })
  return new Uint8Array(Buffer.from(String(x), 'base64url'))
}

/** Node's own verification of Ed25519 (RFC 8032). */
export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  if (publicKey.length !== 32) return false
  const key = Buffer.concat([SPKI_HEAD, publicKey])
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
}
