import { checkpointKey } from '../../shared/log/addresses'
import { parseVerifierKey } from '../../shared/tlog/note'
import { openCheckpoint } from '../../verifier/checkpoint'
import type { TrustedKey } from '../../verifier/key'
import { type OpenReceipt, openReceipt } from '../../verifier/receipt'
import { LIMITS, SourceUnreachable } from '../../verifier/source'
import type { Tools } from '../../verifier/tools'
import { LogMissing, verifyLog } from '../../verifier/verify-log'
import { verifyReceipt } from '../../verifier/verify-receipt'
import type { Job, Kept, News } from './verify/messages'
import { outcomeOf } from './verify/outcome'
import { site } from './verify/site-source'
import { toolsOf } from './verify/tools'

/** Beyond this the reader is asked first. */
const LARGE_ENTRIES = 20_000
/** Of a signature: its entry, its hashes and its line in a file of names. */
const BYTES_PER_ENTRY = 400
const PAUSE_MS = 3000

// Verifies away from the page, so that it stays responsive and the work can be stopped.
addEventListener('message', async ({ data }: MessageEvent<Job>) => {
  try {
    await work(data)
  } catch (error) {
    tell({ kind: 'failure', reason: reasonOf(error) })
  }
})

async function work(job: Job): Promise<void> {
  const tools = toolsOf(job)
  const opened = job.receipt === undefined ? undefined : openReceipt(job.receipt)
  if (opened && isElsewhere(opened, tools, job)) {
    return tell({ kind: 'elsewhere', host: opened.site.replace(/\/.*/, '') })
  }
  if (job.receipt !== undefined && !(await holdsAlone(job.receipt, tools, job))) return
  const petitionId = job.petitionId ?? opened?.petitionId
  if (petitionId !== undefined) await verify(petitionId, tools, job)
}

function isElsewhere(receipt: OpenReceipt, { sha256 }: Tools, { siteKey }: Job): boolean {
  return receipt.site !== parseVerifierKey(sha256, siteKey).name
}

/** Checks the receipt by itself. Where it does not hold, that is the outcome. */
async function holdsAlone(
  text: string,
  tools: Tools,
  { siteKey, petitionId, locale }: Job,
): Promise<boolean> {
  const key = parseVerifierKey(tools.sha256, siteKey)
  const report = await verifyReceipt(tools, text, { key, ...(petitionId && { petitionId }) })
  const holds = report.verdict === 'holds'
  tell(holds ? { kind: 'receipt-holds' } : { kind: 'outcome', outcome: outcomeOf(report, locale) })
  return holds
}

async function verify(petitionId: string, tools: Tools, job: Job): Promise<void> {
  const entries = job.large ? 0 : await entriesIn(petitionId)
  if (entries > LARGE_ENTRIES) {
    return tell({ kind: 'large', entries, megabytes: Math.ceil((entries * BYTES_PER_ENTRY) / 1e6) })
  }
  const kept = job.kept[petitionId]
  const options = {
    petitionId,
    host: location.host,
    pause: () => new Promise<void>((resolve) => setTimeout(resolve, PAUSE_MS)),
    ...(kept && keptOptions(tools, kept)),
    ...(job.receipt !== undefined && { receipt: job.receipt }),
  }
  const report = await verifyLog(site, tools, options, ({ done, total }) => progress(done, total))
  tell({ kind: 'outcome', outcome: outcomeOf(report, job.locale) })
}

async function entriesIn(petitionId: string): Promise<number> {
  const bytes = await site.get(checkpointKey(petitionId), LIMITS.note)
  return (bytes && openCheckpoint(new TextDecoder().decode(bytes))?.checkpoint.size) ?? 0
}

/** What was spoilt in the browser's storage is as good as nothing. */
function keptOptions(
  { sha256 }: Tools,
  { checkpoint, key }: Kept,
): { kept: string; key: TrustedKey } | undefined {
  try {
    return { kept: checkpoint, key: { key: parseVerifierKey(sha256, key), from: 'kept' } }
  } catch {
    return undefined
  }
}

function reasonOf(error: unknown): 'unreachable' | 'noLog' | 'broken' {
  if (error instanceof LogMissing) return 'noLog'
  return error instanceof SourceUnreachable ? 'unreachable' : 'broken'
}

let latest: News | undefined

/** Ten times a second are enough for a bar; the last one always comes. */
function progress(done: number, total: number): void {
  if (!latest) setTimeout(() => latest && tell(latest), 100)
  latest = { kind: 'progress', done, total }
}

function tell(news: News): void {
  latest = undefined
  postMessage(news)
}
