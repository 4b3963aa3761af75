import { equalBytes } from '../shared/tlog/bytes'
import type { VerifyEd25519 } from '../shared/tlog/note'
import { isSigned, type Opened, openCheckpoint, type SignedCheckpoint } from './checkpoint'
import type { Findings } from './findings'
import type { LogKeys } from './key'

/** The checkpoint that an earlier run kept; undefined where there is none of this log, signed by its key. */
export async function openKept(
  text: string | undefined,
  keys: LogKeys | undefined,
  verify: VerifyEd25519,
  findings: Findings,
): Promise<SignedCheckpoint | undefined> {
  if (text === undefined) {
    findings.add('kept-none', {})
    return undefined
  }
  const opened = openCheckpoint(text)
  if (opened && (!keys || (await isOf(keys, opened, verify)))) return opened.checkpoint
  findings.add('kept-malformed', {})
  return undefined
}

/** Whether the log has only grown since: fewer entries, or another past, are named. */
export function compareKept(
  kept: SignedCheckpoint,
  now: { readonly size: number; readonly rootAt: (size: number) => Uint8Array | undefined },
  findings: Findings,
): void {
  const root = now.rootAt(kept.size)
  if (kept.size > now.size) findings.add('tree-shrunk', { kept: kept.size, now: now.size })
  else if (!root) findings.add('kept-uncompared', { size: kept.size })
  else if (equalBytes(root, kept.root)) findings.add('kept-agrees', { size: kept.size })
  else findings.add('tree-forked', { size: kept.size })
}

// What a stranger left in the place of a kept checkpoint must not accuse the log of another past.
async function isOf(keys: LogKeys, { note, checkpoint }: Opened, verify: VerifyEd25519): Promise<boolean> {
  return checkpoint.origin === keys.own.name && (await isSigned(note, keys, verify))
}
