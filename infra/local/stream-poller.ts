import { join } from 'node:path'
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Trigger } from '../topology'
import { writeJson } from './json-file'
import { Pause } from './pause'
import { report } from './report'
import { handleBatch } from './stream-batch'
import type { Read, StreamReader } from './stream-reader'
import { lambdaRecord, passes } from './stream-record'

export interface StreamPollerOptions {
  readonly name: string
  readonly trigger: Extract<Trigger, { kind: 'stream' }>
  readonly timeoutSeconds: number
  readonly reader: StreamReader
  readonly streamArn: string
  /** Folder for records that failed for the last time, one file each, named by sequence number. */
  readonly deadLetters: string
  readonly handler: (event: DynamoDBStreamEvent) => Promise<DynamoDBBatchResponse>
}

const IDLE_MS = 120
const TROUBLE_MS = 500
/** What one GetRecords may ask for at most. */
const MOST_RECORDS = 1000

/**
 * Brings a function the records of the table's stream that its filters take, at least once and in order.
 * It does not wait for a batching window: what has come is handled at once, and grows while the handler works.
 */
export class StreamPoller {
  readonly #options: StreamPollerOptions
  readonly #abort = new AbortController()
  readonly #pause = new Pause()
  readonly #loop: Promise<void>
  #waiting: { readonly from: number; readonly resolve: () => void }[] = []
  #pass = 0
  #batches = 0

  constructor(options: StreamPollerOptions) {
    this.#options = options
    this.#loop = this.#run()
  }

  /** Batches handled so far: unchanged over `caughtUp` means that nothing was left. */
  get batches(): number {
    return this.#batches
  }

  /** Resolves when a look at the stream that began after this call has found nothing, or the poller stops. */
  caughtUp(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting.push({ from: this.#pass + 1, resolve })
      this.#pause.end()
    })
  }

  /** Resolves when the handler in flight has answered. */
  async stop(): Promise<void> {
    this.#abort.abort()
    this.#pause.end()
    await this.#loop
  }

  async #run(): Promise<void> {
    while (!this.#abort.signal.aborted) {
      this.#pass++
      try {
        if (await this.#look()) continue
        this.#tellCaughtUp()
        await this.#pause.begin(IDLE_MS)
      } catch (error) {
        if (this.#abort.signal.aborted) break
        report(`stream ${this.#options.name}`, error)
        this.#options.reader.rewind()
        await this.#pause.begin(TROUBLE_MS)
      }
    }
    this.#pass = Number.POSITIVE_INFINITY
    this.#tellCaughtUp()
  }

  /** Whether there was anything; a finished shard counts, its children come next. */
  async #look(): Promise<boolean> {
    const { reader, trigger } = this.#options
    const reads = await reader.read(Math.min(trigger.batchSize, MOST_RECORDS))
    for (const read of reads) await this.#handle(read)
    return reads.some(({ records, next }) => records.length > 0 || next === undefined)
  }

  async #handle(read: Read): Promise<void> {
    const { reader, trigger, streamArn } = this.#options
    const records = read.records
      .filter((record) => passes(record, trigger.filters))
      .map((record) => lambdaRecord(record, streamArn))
    if (records.length > 0) await this.#invoke(read.shard, records)
    if (!this.#abort.signal.aborted) await reader.advance(read)
  }

  async #invoke(shard: string, records: readonly DynamoDBRecord[]): Promise<void> {
    const { name, trigger, timeoutSeconds, reader, handler } = this.#options
    this.#batches++
    await handleBatch(records, {
      name,
      maxRetries: trigger.maxRetries,
      timeoutSeconds,
      handler,
      handled: (record) => reader.handled(shard, sequenceOf(record)),
      setAside: (record) => this.#setAside(record),
      signal: this.#abort.signal,
    })
  }

  async #setAside(record: DynamoDBRecord): Promise<void> {
    const { name, deadLetters } = this.#options
    console.error(`stream ${name}: record ${sequenceOf(record)} set aside after its last retry`)
    await writeJson(join(deadLetters, `${sequenceOf(record)}.json`), record)
  }

  #tellCaughtUp(): void {
    const due = this.#waiting.filter(({ from }) => from <= this.#pass)
    this.#waiting = this.#waiting.filter(({ from }) => from > this.#pass)
    for (const { resolve } of due) resolve()
  }
}

function sequenceOf(record: DynamoDBRecord): string {
  return record.dynamodb?.SequenceNumber ?? ''
}
