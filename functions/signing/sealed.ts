import { CompactEncrypt, compactDecrypt, decodeProtectedHeader, errors } from 'jose'
import type { KeyLabel, KeyRing } from '../ports/key-ring'

/** Encrypts bytes under the root in force: JWE (RFC 7516) in compact form, `dir`, A256GCM, with the key's `kid`. */
export async function sealBytes(keys: KeyRing, label: KeyLabel, bytes: Uint8Array): Promise<string> {
  const [inForce] = await keys.generations(label)
  return new CompactEncrypt(bytes)
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: inForce!.id })
    .encrypt(inForce!.key)
}

/**
 * What was sealed under this label, by the root in force or a retired one.
 * @throws JOSEError where it is not what was sealed, or its root is no longer in the ring
 */
export async function openBytes(keys: KeyRing, label: KeyLabel, sealed: string): Promise<Uint8Array> {
  const { key } = sealedBy(await keys.generations(label), sealed)
  const { plaintext } = await compactDecrypt(sealed, key, {
    keyManagementAlgorithms: ['dir'],
    contentEncryptionAlgorithms: ['A256GCM'],
  })
  return plaintext
}

/** Whether the root in force sealed it: what a retired one sealed can be sealed anew. */
export async function isSealedInForce(keys: KeyRing, label: KeyLabel, sealed: string): Promise<boolean> {
  const [inForce] = await keys.generations(label)
  return kidOf(sealed) === inForce!.id
}

/** JSON, encrypted as `sealBytes` does. */
export function seal(keys: KeyRing, label: KeyLabel, content: unknown): Promise<string> {
  return sealBytes(keys, label, new TextEncoder().encode(JSON.stringify(content)))
}

/** @throws JOSEError as `openBytes` */
export async function unseal(keys: KeyRing, label: KeyLabel, sealed: string): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await openBytes(keys, label, sealed)))
}

/** The key that a JWE or JWS names. @throws JOSEError where the ring has none of that name */
export function sealedBy<K extends { readonly id: string }>(generations: readonly K[], token: string): K {
  const kid = kidOf(token)
  const found = generations.find(({ id }) => id === kid)
  if (!found) throw new errors.JWKSNoMatchingKey()
  return found
}

function kidOf(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).kid
  } catch {
    throw new errors.JWEInvalid('no header')
  }
}
