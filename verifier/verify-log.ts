import { checkpointKey } from '../shared/log/addresses'
import { formatVerifierKey } from '../shared/tlog/note'
import { readCheckpoint, type SignedCheckpoint } from './checkpoint'
import { concludeEntries, concludeNames } from './conclude'
import type { Context, Progress, VerifyOptions } from './context'
import { Findings } from './findings'
import { compareKept, openKept } from './kept'
import { chooseKey } from './key'
import { type ReadLog, readLog } from './read-log'
import { Reader } from './reader'
import { checkReceipt, ReceiptInLog } from './receipt'
import { checkRepeated } from './repeated'
import type { Report } from './report'
import { checkShown, readShown } from './shown'
import { LIMITS, type LogSource } from './source'
import { checkStamps, type StampsParts, stampedSizes } from './stamps'
import type { Tools } from './tools'

/** There is no log under this address: nothing was signed yet, or there is no such petition. */
export class LogMissing extends Error {
  override readonly name = 'LogMissing'
  constructor(readonly path: string) {
    super(`there is no ${path}`)
  }
}

/**
 * Verifies a petition's whole log: its tree and who signed it, time stamps, names, and the numbers that are shown.
 * Memory does not grow with the files' size, and with the number of entries by some 60 bytes each.
 * @throws LogMissing where there is none
 * @throws SourceUnreachable where the source fails, so that nothing can be said
 */
export async function verifyLog(
  source: LogSource,
  tools: Tools,
  options: VerifyOptions,
  onProgress: (progress: Progress) => void = () => {},
): Promise<Report> {
  const context = await prepare(source, tools, options, onProgress)
  const { findings, keys } = context
  const kept = await openKept(options.kept, keys, tools.verifyEd25519, findings)
  const checkpoint = await firstCheckpoint(context)
  if (!checkpoint) {
    const unreadable = findings.has('checkpoint-malformed', 'file-too-large')
    if (!kept && !unreadable) throw new LogMissing(checkpointKey(options.petitionId))
    if (kept && !unreadable) findings.add('tree-vanished', { kept: kept.size })
    return reportOf(context)
  }
  const log = await readAndCheck(context, checkpoint, kept)
  return reportOf(context, log)
}

async function prepare(
  source: LogSource,
  tools: Tools,
  options: VerifyOptions,
  onProgress: (progress: Progress) => void,
): Promise<Context> {
  const findings = new Findings()
  const reader = new Reader(source, findings)
  const { petitionId, receipt: text } = options
  const shown = await readShown(reader, petitionId, findings)
  const keys = await chooseKey(reader, tools.sha256, petitionId, options.key, findings)
  const expected = { petitionId, ...(keys && { key: keys.site }) }
  const receipt = text === undefined ? undefined : await checkReceipt(tools, text, expected, findings)
  const inLog = receipt && new ReceiptInLog(receipt, findings)
  return { reader, tools, options, findings, shown, onProgress, keys, receipt: inLog }
}

async function firstCheckpoint(context: Context): Promise<SignedCheckpoint | undefined> {
  const { reader, tools, options, findings, keys } = context
  const path = checkpointKey(options.petitionId)
  const text = await reader.text(path, LIMITS.note)
  if (text === undefined) return undefined
  const checkpoint = await readCheckpoint(text, path, keys, tools.verifyEd25519, findings)
  const host = checkpoint?.origin.split('/')[0]
  if (host && options.host && options.host !== host) {
    findings.add('served-elsewhere', { origin: checkpoint.origin, host: options.host })
  }
  return checkpoint
}

async function readAndCheck(
  context: Context,
  first: SignedCheckpoint,
  kept: SignedCheckpoint | undefined,
): Promise<ReadLog> {
  const { findings, shown, receipt, options } = context
  const stamps = stampsPartsOf(context)
  const sizes = stamps ? await stampedSizes(stamps) : []
  const asked = [kept?.size, shown.count?.size, shown.petition?.size, receipt?.size, ...sizes]
  const log = await readLog(context, first, new Set(asked.filter((size) => size !== undefined)))
  const { checkpoint, rebuild, entries, parts } = log
  const rebuilt = {
    size: checkpoint.size,
    count: entries.signers.count,
    rootAt: (size: number) => rebuild.rootAt(size),
    countAt: (size: number) => entries.countAt.get(size),
    youngestAt: (size: number) => entries.youngestAt.get(size),
    decisive: entries.decisive,
  }
  rebuild.conclude(checkpoint.size, checkpoint.root)
  if (kept) compareKept(kept, rebuilt, findings)
  concludeEntries(context, log)
  concludeNames(context, log)
  if (log.complete) await checkRepeated(parts, entries, findings)
  if (log.complete) checkShown(shown, options.petitionId, rebuilt, findings)
  const onProgress = (done: number, total: number) => context.onProgress({ phase: 'stamps', done, total })
  if (stamps) await checkStamps(stamps, sizes, rebuilt, onProgress)
  receipt?.conclude(checkpoint.size, rebuild.rootAt(receipt.size))
  return log
}

function stampsPartsOf({ options, reader, tools, findings, keys }: Context): StampsParts | undefined {
  const { petitionId, stampRoots: roots } = options
  return keys && { petitionId, reader, tools, findings, keys, roots }
}

function reportOf({ options, findings, shown, keys }: Context, log?: ReadLog): Report {
  const verdict = findings.failed ? 'fails' : 'holds'
  const title = shown.petition?.title
  const tally = log?.complete ? { size: log.checkpoint.size, ...log.entries.signers.tally } : undefined
  const keep = log && keys && { checkpoint: log.checkpoint.text, key: formatVerifierKey(keys.site) }
  return {
    petitionId: options.petitionId,
    verdict,
    findings: findings.list(),
    ...(title !== undefined && { title }),
    ...(tally && { tally }),
    ...(verdict === 'holds' && keep && { keep }),
  }
}
