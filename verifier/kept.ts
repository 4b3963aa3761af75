import { equalBytes } from '../shared/tlog/bytes'
import { openCheckpoint, type SignedCheckpoint } from './checkpoint'
import type { Findings } from './findings'
import type { LogKeys } from './key'

/** The checkpoint that an earlier run kept; undefined where there is none of this log. */
export function openKept(
  text: string | undefined,
  keys: LogKeys | undefined,
  findings: Findings,
): SignedCheckpoint | undefined {
  if (text === undefined) {
    findings.add('kept-none', {})
    return undefined
  }
  const opened = openCheckpoint(text)?.checkpoint
  if (opened && (!keys || opened.origin === keys.own.name)) return opened
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
