import { concat, equalBytes, fromBase64, toBase64, toHex, utf8 } from './bytes'
import { TlogError } from './error'
import type { Sha256 } from './hash'

/** What a key signs: notes (0x01) or, as a witness, cosignatures of them (0x04) (C2SP signed-note, tlog-cosignature). */
export type KeyType = 'ed25519' | 'cosignature'

const TYPE_BYTE: Readonly<Record<KeyType, number>> = { ed25519: 1, cosignature: 4 }

export interface VerifierKey {
  readonly name: string
  /** 4 bytes: tells keys of one name apart; proves nothing. */
  readonly keyId: Uint8Array
  readonly type: KeyType
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array
}

/** The key with its id: the first 4 bytes of SHA-256(name ‖ 0x0A ‖ type ‖ public key). */
export function verifierKey(
  sha256: Sha256,
  name: string,
  publicKey: Uint8Array,
  type: KeyType = 'ed25519',
): VerifierKey {
  const typed = concat([Uint8Array.of(TYPE_BYTE[type]), publicKey])
  const keyId = sha256(concat([utf8(`${name}\n`), typed])).slice(0, 4)
  return { name, keyId, type, publicKey }
}

/** `name+hex8(key id)+base64(type ‖ public key)` */
export function formatVerifierKey({ name, keyId, type, publicKey }: VerifierKey): string {
  return `${name}+${toHex(keyId)}+${toBase64(concat([Uint8Array.of(TYPE_BYTE[type]), publicKey]))}`
}

/** @throws TlogError `bad-verifier-key` also when the id is not that of the key */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey {
  const [, name, id, encoded] = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? []
  if (!name || !id || !encoded) throw new TlogError('bad-verifier-key', 'not name+id+key')
  const typed = fromBase64(encoded)
  const type = (Object.keys(TYPE_BYTE) as KeyType[]).find((known) => TYPE_BYTE[known] === typed[0])
  if (!type || typed.length !== 33) throw new TlogError('bad-verifier-key', 'not an Ed25519 key')
  const key = verifierKey(sha256, name, typed.slice(1), type)
  if (toHex(key.keyId) !== id) throw new TlogError('bad-verifier-key', 'the id is not that of the key')
  return key
}

export function isSameKey(a: VerifierKey, b: Pick<VerifierKey, 'name' | 'keyId'>): boolean {
  return a.name === b.name && equalBytes(a.keyId, b.keyId)
}
