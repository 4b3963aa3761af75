import { setTimeout as sleep } from 'node:timers/promises'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { report } from './report'
import { withTimeout } from './timeout'

export interface BatchOptions {
  readonly name: string
  readonly maxRetries: number
  readonly timeoutSeconds: number
  readonly handler: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>
  /** Everything up to and with this record is handled or set aside. */
  readonly handled: (record: DynamoDBRecord) => Promise<void>
  /** Keeps a record that failed for the last time. */
  readonly setAside: (record: DynamoDBRecord) => Promise<void>
  readonly signal: AbortSignal
}

const BACKOFF_MS = { first: 100, most: 2000 }

/**
 * Hands records to the handler until each is handled or set aside, as a Lambda event source does that reports
 * partial failures and bisects: from the first failed record on, again with back-off; a batch whose handler
 * throws is halved, so that one bad record in the end stands alone and takes no other with it.
 * Ends early, with no loss, when `signal` is aborted.
 */
export async function handleBatch(records: readonly DynamoDBRecord[], options: BatchOptions): Promise<void> {
  let rest = records
  let size = rest.length
  let retries = 0
  while (rest.length > 0 && !options.signal.aborted) {
    const batch = rest.slice(0, size)
    const good = await handledOf(batch, options)
    if (good > 0) await options.handled(batch[good - 1]!)
    rest = rest.slice(Math.max(good, 0))
    if (good === batch.length) {
      size = Math.max(size * 2, 1)
      retries = 0
      continue
    }
    if (good > 0) retries = 0
    if (good === THREW && batch.length > 1) {
      size = Math.ceil(batch.length / 2)
    } else if (++retries > options.maxRetries) {
      await options.setAside(rest[0]!)
      await options.handled(rest[0]!)
      rest = rest.slice(1)
      retries = 0
      continue
    }
    await sleep(backoff(retries), undefined, { signal: options.signal }).catch(() => {})
  }
}

const THREW = -1

/** How many records from the first on were handled; THREW where the handler named none. */
async function handledOf(batch: readonly DynamoDBRecord[], options: BatchOptions): Promise<number> {
  try {
    const response = await withTimeout(options.handler({ Records: [...batch] }), options.timeoutSeconds)
    const failed = new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    if (failed.size === 0) return batch.length
    const first = batch.findIndex((record) => failed.has(record.dynamodb?.SequenceNumber ?? ''))
    // An identifier that is not of this batch fails all of it, as in Lambda.
    return first === -1 ? THREW : first
  } catch (error) {
    report(`stream ${options.name}`, error)
    return THREW
  }
}

function backoff(retries: number): number {
  return Math.min(BACKOFF_MS.first * 2 ** Math.max(retries - 1, 0), BACKOFF_MS.most)
}
