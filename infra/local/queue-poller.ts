import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda'
import type { FolderQueue, Received } from './folder-queue'
import { Pause } from './pause'
import { report } from './report'
import { withTimeout } from './timeout'

export interface QueuePollerOptions<Message> {
  readonly queue: FolderQueue<Message>
  readonly name: string
  readonly batchSize: number
  /** Batches at work at once. */
  readonly concurrency: number
  readonly timeoutSeconds: number
  readonly handler: (event: SQSEvent) => Promise<SQSBatchResponse>
}

const IDLE_MS = 100

/** Hands the queue's messages to its handler in batches; what the handler names as failed comes again. */
export class QueuePoller<Message> {
  readonly #options: QueuePollerOptions<Message>
  readonly #loops: Promise<void>[] = []
  readonly #pauses: Pause[] = []
  readonly #unsubscribe: () => void
  #stopped = false

  constructor(options: QueuePollerOptions<Message>) {
    this.#options = options
    this.#unsubscribe = options.queue.onSend(() => this.#wake())
    for (let n = 0; n < options.concurrency; n++) this.#loops.push(this.#loop(this.#pause()))
  }

  /** Nothing waits, nothing is in flight, nothing is due for a retry. */
  get idle(): boolean {
    return this.#options.queue.size === 0
  }

  /** Resolves when the batches in flight are handled. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#unsubscribe()
    this.#wake()
    await Promise.all(this.#loops)
  }

  async #loop(pause: Pause): Promise<void> {
    const { name } = this.#options
    while (!this.#stopped) {
      const busy = await this.#look().catch((error: Error) => report(`queue ${name}`, error))
      if (!busy) await pause.begin(IDLE_MS)
    }
  }

  async #look(): Promise<boolean> {
    const { queue, batchSize } = this.#options
    const messages = await queue.receive(batchSize, Date.now())
    if (messages.length > 0) await this.#handle(messages)
    return messages.length > 0
  }

  #pause(): Pause {
    const pause = new Pause()
    this.#pauses.push(pause)
    return pause
  }

  async #handle(messages: readonly Received<Message>[]): Promise<void> {
    const { queue } = this.#options
    const failed = await this.#failures(messages)
    const now = Date.now()
    await Promise.all(messages.map(({ id }) => (failed.has(id) ? queue.failed(id, now) : queue.done(id))))
  }

  /** A handler that throws or takes too long has failed every message of its batch. */
  async #failures(messages: readonly Received<Message>[]): Promise<Set<string>> {
    const { handler, name, timeoutSeconds } = this.#options
    try {
      const Records = messages.map((message) => record(name, message))
      const response = await withTimeout(handler({ Records }), timeoutSeconds)
      return new Set(response.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier))
    } catch (error) {
      report(`queue ${name}`, error)
      return new Set(messages.map(({ id }) => id))
    }
  }

  #wake(): void {
    for (const pause of this.#pauses) pause.end()
  }
}

function record(queue: string, { id, receives, sentAt, message }: Received<unknown>): SQSRecord {
  return {
    messageId: id,
    receiptHandle: id,
    body: JSON.stringify(message),
    attributes: {
      ApproximateReceiveCount: String(receives),
      SentTimestamp: String(sentAt),
      SenderId: 'local',
      ApproximateFirstReceiveTimestamp: String(Date.now()),
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:local:000000000000:${queue}`,
    awsRegion: 'local',
  }
}
