import { utf8 } from '../shared/tlog/bytes'
import { type Checkpoint, parseCheckpoint } from '../shared/tlog/checkpoint'
import {
  type Note,
  type NoteSignature,
  parseNote,
  type VerifierKey,
  type VerifyEd25519,
  verifyNote,
} from '../shared/tlog/note'
import { isSameKey } from '../shared/tlog/verifier-key'
import type { Findings } from './findings'
import type { LogKeys } from './key'

export interface SignedCheckpoint extends Checkpoint {
  /** Verbatim. */
  readonly text: string
}

export interface Opened {
  readonly note: Note
  readonly checkpoint: SignedCheckpoint
}

/** A checkpoint's note and what it says; undefined where it has not the form of one. */
export function openCheckpoint(text: string): Opened | undefined {
  try {
    const note = parseNote(text)
    return { note, checkpoint: { ...parseCheckpoint(note.text), text } }
  } catch {
    return undefined
  }
}

/** Whether the log's key has signed, and no line of it under either name is wrong. */
export async function isSigned(note: Note, keys: LogKeys, verify: VerifyEd25519): Promise<boolean> {
  return (await verifyNote(note, [keys.own, keys.site], verify)).includes(keys.own)
}

/**
 * Reads the log's checkpoint and names whatever is not right about its signatures. What it says is returned even so:
 * the tree can still be held against it.
 */
export async function readCheckpoint(
  text: string,
  path: string,
  keys: LogKeys | undefined,
  verify: VerifyEd25519,
  findings: Findings,
): Promise<SignedCheckpoint | undefined> {
  const opened = openCheckpoint(text)
  if (!opened) {
    findings.add('checkpoint-malformed', { path })
    return undefined
  }
  const { note, checkpoint } = opened
  if (!keys) return checkpoint
  if (checkpoint.origin !== keys.own.name) {
    findings.add('checkpoint-of-another-log', { origin: checkpoint.origin, expected: keys.own.name })
  }
  const signed = await checkLines(note, keys, verify, findings)
  if (!signed.has(keys.own)) findings.add('checkpoint-unsigned', { name: keys.own.name })
  else findings.add('checkpoint-signed', { size: checkpoint.size, name: keys.own.name })
  if (!signed.has(keys.site)) findings.add('checkpoint-site-name-unsigned', { name: keys.site.name })
  return checkpoint
}

async function checkLines(note: Note, keys: LogKeys, verify: VerifyEd25519, findings: Findings) {
  const signed = new Set<VerifierKey>()
  for (const line of note.signatures) {
    const { name } = line
    const key = [keys.own, keys.site].find((known) => isSameKey(known, line))
    if (!key) findings.add(codeOfStranger(line, keys), { name })
    else if (!(await holds(line, key, note, verify))) findings.add('checkpoint-signature-wrong', { name })
    else if (signed.has(key)) findings.add('checkpoint-signed-twice', { name })
    else signed.add(key)
  }
  return signed
}

/** Anybody may add a line, e.g. a witness; but not under the log's names. */
function codeOfStranger({ name }: NoteSignature, keys: LogKeys) {
  const ours = name === keys.own.name || name === keys.site.name
  return ours ? 'checkpoint-signature-by-another-key' : 'checkpoint-signature-unknown'
}

function holds({ signature }: NoteSignature, key: VerifierKey, note: Note, verify: VerifyEd25519) {
  return signature.length === 64 && verify(key.publicKey, utf8(note.text), signature)
}
