import { textOf } from '../../shared/tlog/bytes'
import { parseVerifierKey, type VerifierKey } from '../../shared/tlog/note'
import type { Progress } from '../context'
import type { TrustedKey } from '../key'
import { openReceipt } from '../receipt'
import type { Report } from '../report'
import { FileTooLarge, LIMITS, type LogSource, SourceUnreachable } from '../source'
import { LogMissing, verifyLog } from '../verify-log'
import { verifyReceipt } from '../verify-receipt'
import { type Arguments, WrongUsage } from './arguments'
import { FolderSource, readFileAt } from './files'
import { HttpSource } from './http-source'
import { Keep, usualFolder } from './keep'
import { Mirror } from './mirror'
import { nodeTools as tools } from './node-tools'
import { type Target, targetOf } from './target'
import { type Words, words } from './words'

/** A log that is just growing is given so long to publish its checkpoint. */
const PAUSE_MS = 2000

/** Nothing can be said of the log; the message says why, in the reader's language. */
export class CouldNotCheck extends Error {
  override readonly name = 'CouldNotCheck'
}

export interface Outcome {
  readonly report: Report
  /** What else the reader should know, e.g. where the mirror lies. */
  readonly remark?: string
}

/**
 * Runs `viche verify`.
 * @throws WrongUsage, CouldNotCheck
 */
export async function run(
  given: Arguments,
  environment: NodeJS.ProcessEnv,
  onProgress: (progress: Progress) => void,
): Promise<Outcome> {
  const say = words[given.locale]
  const keep = new Keep(given.keep ?? usualFolder(environment))
  const receipt = given.receipt === undefined ? undefined : await readText(given.receipt, say)
  if (given.target === undefined) return receiptAlone(given, receipt, keep, say)
  const target = targetOf(given.target, say)
  if (given.offline && target.kind === 'site') throw new WrongUsage(say.offline)
  if (given.mirror !== undefined && target.kind === 'folder') throw new WrongUsage(say.mirrorOfFolder)
  const { source, mirror } = await sourceOf(target, given.mirror)
  const kept = await keep.read(target.petitionId)
  const key = trustedKey(given.key, kept.key, say)
  const stampRoots = given.tsaRoots === undefined ? undefined : await readRoots(given.tsaRoots, say)
  const options = {
    petitionId: target.petitionId,
    ...(key && { key }),
    ...(kept.checkpoint !== undefined && { kept: kept.checkpoint }),
    ...(stampRoots !== undefined && { stampRoots }),
    ...(receipt !== undefined && { receipt }),
    ...(target.kind === 'site' && { host: target.host, pause }),
  }
  const report = await checked(say, () => verifyLog(source, tools, options, onProgress))
  return settle(report, keep, mirror, say)
}

/** Only a run in which everything held changes what is kept. */
async function settle(report: Report, keep: Keep, mirror: Mirror | undefined, say: Words): Promise<Outcome> {
  const holds = report.verdict === 'holds'
  if (mirror) await (holds ? mirror.accept() : mirror.refuse())
  if (holds) await keep.write(report)
  const remark = mirror && (holds ? say.mirrored(mirror.folder) : say.refused(mirror.refused))
  return { report, ...(remark !== undefined && { remark }) }
}

async function receiptAlone(
  { key: given }: Arguments,
  receipt: string | undefined,
  keep: Keep,
  say: Words,
): Promise<Outcome> {
  if (receipt === undefined) throw new WrongUsage(say.wrongUsage('—'))
  const petitionId = openReceipt(receipt)?.petitionId
  const safe = petitionId !== undefined && /^[0-9a-z]+$/.test(petitionId)
  const kept = safe ? await keep.read(petitionId) : undefined
  const key = trustedKey(given, kept?.key, say)?.key
  return { report: await verifyReceipt(tools, receipt, key ? { key } : {}) }
}

async function sourceOf(
  target: Target,
  mirrorFolder: string | undefined,
): Promise<{ source: LogSource; mirror?: Mirror }> {
  if (target.kind === 'folder') return { source: new FolderSource(target.folder) }
  const site = new HttpSource(target.base)
  if (mirrorFolder === undefined) return { source: site }
  const mirror = await Mirror.open(site, mirrorFolder)
  return { source: mirror, mirror }
}

function trustedKey(given: string | undefined, kept: string | undefined, say: Words): TrustedKey | undefined {
  if (given !== undefined) return { key: keyIn(given, say), from: 'given' }
  return kept === undefined ? undefined : { key: keyIn(kept, say), from: 'kept' }
}

function keyIn(text: string, say: Words): VerifierKey {
  try {
    return parseVerifierKey(tools.sha256, text)
  } catch {
    throw new WrongUsage(say.wrongKey(text.trim()))
  }
}

async function readRoots(file: string, say: Words): Promise<string> {
  const pem = await readText(file, say)
  try {
    await tools.stampsBy(pem)
    return pem
  } catch {
    throw new WrongUsage(say.wrongRoots(file))
  }
}

/** A receipt or a certificate from the reader's own disk. */
async function readText(file: string, say: Words): Promise<string> {
  const bytes = await readFileAt(file, file, LIMITS.roots).catch(() => undefined)
  if (!bytes) throw new CouldNotCheck(say.unreadable(file))
  try {
    return textOf(bytes)
  } catch {
    // Neither of the two is binary; what is, has not their form either.
    return ''
  }
}

async function checked(say: Words, verify: () => Promise<Report>): Promise<Report> {
  try {
    return await verify()
  } catch (error) {
    if (error instanceof LogMissing) throw new CouldNotCheck(say.logMissing(error.path))
    if (error instanceof SourceUnreachable) throw new CouldNotCheck(say.unreachable(error.path))
    if (error instanceof FileTooLarge) throw new CouldNotCheck(say.unreadable(error.path))
    throw error
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
}
