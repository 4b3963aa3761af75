import type { Day } from '../calendar/day'
import { lengthPrefixed } from '../signing/nullifier'
import { concat, utf8 } from '../tlog/bytes'
import type { Sha256 } from '../tlog/hash'

const NAME = 'viche/name/v1\0'
const PERSON = 'viche/person/v1\0'

/**
 * Commits to a published name: SHA-256(label ‖ salt ‖ lp(full name in NFC) ‖ lp(Kyiv day)), lp = uint16 big-endian
 * length prefix over UTF-8. Without the salt it tells nothing of the name.
 * @param salt 32 bytes, of this leaf alone
 */
export function nameCommitment(sha256: Sha256, salt: Uint8Array, name: string, date: Day): Uint8Array {
  const parts = [utf8(NAME), salt, lengthPrefixed(name.normalize('NFC')), lengthPrefixed(date)]
  return sha256(concat(parts))
}

/**
 * Commits to the person who signed: SHA-256(label ‖ salt ‖ nullifier).
 * @param salt 32 bytes, of this leaf alone; never published
 * @param nullifier 32 bytes
 */
export function personCommitment(sha256: Sha256, salt: Uint8Array, nullifier: Uint8Array): Uint8Array {
  return sha256(concat([utf8(PERSON), salt, nullifier]))
}

/** Hash of the text that is signed, as its signatures' entries hold it. */
export function textHash(sha256: Sha256, text: string): Uint8Array {
  return sha256(utf8(text))
}
