import { ed25519 } from '@noble/curves/ed25519.js'

/** Ed25519 (RFC 8032) for browsers whose WebCrypto does not know it. False, never an error, for wrong input. */
export function verify(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
