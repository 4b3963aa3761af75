import { concat, fromBase64, toBase64, utf8 } from './bytes'
import { TlogError } from './error'
import { isSameKey, type VerifierKey } from './verifier-key'

export { formatVerifierKey, parseVerifierKey, type VerifierKey, verifierKey } from './verifier-key'

/** Whether `signature` (64 bytes) is the key's over `message` (RFC 8032). False, never an error, for wrong input. */
export type VerifyEd25519 = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>

export interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  /** What follows the key's id: 64 bytes of Ed25519; before them, in a cosignature, 8 bytes of time. */
  readonly signature: Uint8Array
}

/** A signed note (C2SP signed-note): a text that ends with a newline, an empty line, signature lines. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

const MAX_SIGNATURES = 100

/** `— name base64(key id ‖ signature)` with its newline. */
export function signatureLine(key: Pick<VerifierKey, 'name' | 'keyId'>, signature: Uint8Array): string {
  return `— ${key.name} ${toBase64(concat([key.keyId, signature]))}\n`
}

/** @throws TlogError `bad-note` or `bad-base64` */
export function parseNote(note: string): Note {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) throw new TlogError('bad-note', 'no signatures after an empty line')
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > MAX_SIGNATURES) throw new TlogError('bad-note', 'too many signatures')
  return { text: note.slice(0, end + 1), signatures: lines.map(parseSignature) }
}

/**
 * The keys that truly signed the note. Lines of other keys are passed over; a known key's line whose signature
 * is wrong makes the whole note worthless: then the answer is empty.
 */
export async function verifyNote(
  note: Note,
  keys: readonly VerifierKey[],
  verify: VerifyEd25519,
): Promise<VerifierKey[]> {
  const signed: VerifierKey[] = []
  for (const line of note.signatures) {
    const key = keys.find((known) => isSameKey(known, line))
    if (!key) continue
    if (!(await isBy(key, note.text, line.signature, verify))) return []
    if (!signed.includes(key)) signed.push(key)
  }
  return signed
}

/** Seconds since 1970 that a cosignature vouches for (C2SP tlog-cosignature). */
export function cosignatureTime(signature: Uint8Array): number {
  return Number(new DataView(signature.buffer, signature.byteOffset, 8).getBigUint64(0))
}

function isBy(key: VerifierKey, text: string, signature: Uint8Array, verify: VerifyEd25519) {
  if (key.type === 'ed25519') {
    return signature.length === 64 && verify(key.publicKey, utf8(text), signature)
  }
  if (signature.length !== 72) return false
  const message = `cosignature/v1\ntime ${cosignatureTime(signature)}\n${text}`
  return verify(key.publicKey, utf8(message), signature.subarray(8))
}

function parseSignature(line: string): NoteSignature {
  const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? []
  if (!name || !encoded || name.includes('+')) throw new TlogError('bad-note', 'a line is no signature')
  const bytes = fromBase64(encoded)
  if (bytes.length < 5) throw new TlogError('bad-note', 'a signature is too short')
  return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) }
}
