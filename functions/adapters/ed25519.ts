import type { KeyObject } from 'node:crypto'

/**
 * The 32 bytes of an Ed25519 public key (RFC 8032).
 * @throws Error when it is a key of another kind
 */
export function rawPublicKey(key: KeyObject): Uint8Array {
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`not an Ed25519 key: ${key.asymmetricKeyType}`)
  const { x } = key.export({ format: 'jwk' })
  return new Uint8Array(Buffer.from(String(x), 'base64url'))
}
