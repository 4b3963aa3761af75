import { expect } from 'vitest'
import { verifyEd25519 } from '../../functions/adapters/ed25519'
import { sha256 } from '../../functions/adapters/sha256'
import { textOf } from '../../shared/tlog/bytes'
import { parseCheckpoint } from '../../shared/tlog/checkpoint'
import { leafHash } from '../../shared/tlog/hash'
import { parseNote, parseVerifierKey, verifyNote } from '../../shared/tlog/note'
import { verifyInclusion } from '../../shared/tlog/proof'
import { parseTlogProof } from '../../shared/tlog/tlog-proof'

/**
 * Verifies a receipt as somebody would who holds nothing but the file and the verifier key.
 * @param verifierKeys as the site publishes them; each must have signed the checkpoint
 * @returns what it proves
 */
export async function provenBy(receipt: string, verifierKeys: readonly string[]) {
  const { extra, index, proof, checkpoint } = parseTlogProof(receipt)
  const note = parseNote(checkpoint)
  const keys = verifierKeys.map((text) => parseVerifierKey(sha256, text))
  expect(await verifyNote(note, keys, verifyEd25519)).toHaveLength(keys.length)
  const { origin, size, root } = parseCheckpoint(note.text)
  const entry = extra ?? new Uint8Array()
  expect(verifyInclusion(sha256, { index, size, leafHash: leafHash(sha256, entry), proof, root })).toBe(true)
  return { origin, size, index, entry: textOf(entry) }
}
