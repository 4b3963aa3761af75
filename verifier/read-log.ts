import { checkpointKey } from '../shared/log/addresses'
import { textHash } from '../shared/log/commitment'
import type { LogEntry } from '../shared/log/entry'
import { isSigned, openCheckpoint, type SignedCheckpoint } from './checkpoint'
import type { Context } from './context'
import { Entries } from './entries'
import { Names } from './names'
import type { NamesLine } from './names-file'
import { PartReader } from './parts'
import { Rebuild } from './rebuild'
import type { ReceiptInLog } from './receipt'
import { publishedOf } from './shown'
import { LIMITS } from './source'
import { Tree } from './tree'
import { Walk } from './walk'

/** How often a log that grows under the reader's hands is caught up with. */
const ROUNDS = 3
const FILES_AGAIN = 64

/** A log that was read to the end. */
export interface ReadLog {
  /** The one up to which it was read. */
  readonly checkpoint: SignedCheckpoint
  readonly parts: PartReader
  readonly rebuild: Rebuild
  readonly entries: Entries
  readonly names: Names
  /** False where entries could not be read: counts mean nothing then. */
  readonly complete: boolean
}

/**
 * Reads the log up to a checkpoint, and on to a newer one where names or numbers speak of later entries already.
 * @param wanted sizes at which root and count are asked for later
 */
export async function readLog(
  context: Context,
  first: SignedCheckpoint,
  wanted: ReadonlySet<number>,
): Promise<ReadLog> {
  const { reader, tools, options, findings, shown } = context
  const published = publishedOf(shown.petition, (text) => textHash(tools.sha256, text))
  const entries = new Entries(findings, published, wanted)
  const parts = new PartReader(reader, findings, options.petitionId)
  const rebuild = new Rebuild(parts, findings, new Tree(tools.sha256, wanted))
  const names = new Names(tools.sha256, findings, entries.signers)
  const walk = new Walk({
    sha256: tools.sha256,
    reader: parts,
    findings,
    rebuild,
    entries,
    names,
    onEntry: (index, entry, bytes) => meet(context.receipt, index, entry, bytes),
    onNames: (lines) => meetNames(context.receipt, lines),
    onProgress: (done, total) => context.onProgress({ phase: 'entries', done, total }),
  })
  const checkpoint = await walkToEnd(context, walk, names, first)
  return { checkpoint, parts, rebuild, entries, names, complete: walk.complete }
}

async function walkToEnd(
  context: Context,
  walk: Walk,
  names: Names,
  first: SignedCheckpoint,
): Promise<SignedCheckpoint> {
  let checkpoint = first
  await walk.to(checkpoint.size, checkpoint.root)
  for (let round = 0; round < ROUNDS && walk.complete; round++) {
    const doubtful = names.doubtfulFiles(FILES_AGAIN)
    if (doubtful.length === 0 && !speaksOfLater(context, checkpoint.size)) break
    await context.options.pause?.()
    checkpoint = await newest(context, checkpoint)
    await walk.to(checkpoint.size, checkpoint.root)
    await walk.namesAgain(doubtful)
  }
  return checkpoint
}

/** Numbers and receipts may be a moment younger than the checkpoint that was read. */
function speaksOfLater({ shown, receipt }: Context, size: number): boolean {
  return (shown.count?.size ?? 0) > size || (receipt?.size ?? 0) > size
}

/** The checkpoint as it is now where it is a later one, truly signed; else the one that was there. */
async function newest(context: Context, present: SignedCheckpoint): Promise<SignedCheckpoint> {
  const { reader, tools, options, keys } = context
  const text = await reader.text(checkpointKey(options.petitionId), LIMITS.note)
  const opened = text === undefined ? undefined : openCheckpoint(text)
  if (!opened || opened.checkpoint.size <= present.size || !keys) return present
  if (opened.checkpoint.origin !== keys.own.name) return present
  return (await isSigned(opened.note, keys, tools.verifyEd25519)) ? opened.checkpoint : present
}

function meet(receipt: ReceiptInLog | undefined, index: number, entry: LogEntry, bytes: Uint8Array): void {
  if (entry.kind === 'annulment') receipt?.meetAnnulment(index, entry.index, entry.ground, entry.time)
  else if (entry.kind === 'erasure') receipt?.meetErasure(entry.index)
  else receipt?.meetEntry(index, bytes)
}

function meetNames(receipt: ReceiptInLog | undefined, lines: readonly NamesLine[]): void {
  if (!receipt) return
  for (const line of lines) if ('name' in line) receipt.meetName(line.index, line.name)
}
