import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams'
import { readJson, writeJson } from './json-file'

/** How far one consumer has come: shards it has begun, and those read to their end. */
interface Position {
  readonly stream: string
  readonly after: Record<string, string>
  readonly finished: string[]
}

/** Records of one shard in order; `next` is where the reader goes on once they are handled. */
export interface Read {
  readonly shard: string
  readonly records: readonly StreamRecord[]
  readonly next: string | undefined
}

/**
 * Reads a table's stream from a position kept in a file: from its oldest record at first, a shard only after its
 * parent is finished. DynamoDB Local keeps stream, shards and sequence numbers through a restart and drops records
 * after 24 hours, as the cloud does.
 */
export class StreamReader {
  readonly #client: DynamoDBStreamsClient
  readonly #file: string
  readonly #iterators = new Map<string, string>()
  #position: Position
  #shards: readonly Shard[] = []

  private constructor(client: DynamoDBStreamsClient, file: string, position: Position) {
    this.#client = client
    this.#file = file
    this.#position = position
  }

  /** A position in another stream (a table made anew) counts for nothing. */
  static async open(client: DynamoDBStreamsClient, stream: string, file: string): Promise<StreamReader> {
    const kept = await readJson<Position>(file)
    const fresh = { stream, after: {}, finished: [] }
    return new StreamReader(client, file, kept?.stream === stream ? kept : fresh)
  }

  /** The next records of each readable shard, at most `limit` of each; a shard may have none. */
  async read(limit: number): Promise<Read[]> {
    if (this.#readable().length === 0) await this.#discover()
    return Promise.all(this.#readable().map((shard) => this.#readShard(shard, limit)))
  }

  /** Everything of the shard up to this sequence number is handled. Durable on return. */
  async handled(shard: string, sequenceNumber: string): Promise<void> {
    await this.#save({ ...this.#position, after: { ...this.#position.after, [shard]: sequenceNumber } })
  }

  /** All records of `read` are handled: go on behind them, or to the children of a finished shard. */
  async advance({ shard, records, next }: Read): Promise<void> {
    const last = records.at(-1)?.dynamodb?.SequenceNumber
    if (last !== undefined) await this.handled(shard, last)
    if (next !== undefined) {
      this.#iterators.set(shard, next)
      return
    }
    this.#iterators.delete(shard)
    const { [shard]: _, ...after } = this.#position.after
    await this.#save({ ...this.#position, after, finished: [...this.#position.finished, shard] })
  }

  /** Reads on from the saved position, not from where it was: what was read since comes again. */
  rewind(): void {
    this.#iterators.clear()
  }

  #readable(): string[] {
    const { finished } = this.#position
    const known = new Set(this.#shards.map(({ ShardId }) => ShardId))
    const open = this.#shards.filter(({ ShardId }) => ShardId && !finished.includes(ShardId))
    return open
      .filter(({ ParentShardId: parent }) => !parent || !known.has(parent) || finished.includes(parent))
      .map(({ ShardId }) => ShardId!)
  }

  async #discover(): Promise<void> {
    const shards: Shard[] = []
    let from: string | undefined
    do {
      const page = await this.#client.send(
        new DescribeStreamCommand({ StreamArn: this.#position.stream, ExclusiveStartShardId: from }),
      )
      shards.push(...(page.StreamDescription?.Shards ?? []))
      from = page.StreamDescription?.LastEvaluatedShardId
    } while (from)
    this.#shards = shards
    await this.#forgetTrimmed()
  }

  async #forgetTrimmed(): Promise<void> {
    const finished = this.#position.finished.filter((id) =>
      this.#shards.some(({ ShardId }) => ShardId === id),
    )
    if (finished.length < this.#position.finished.length) await this.#save({ ...this.#position, finished })
  }

  async #readShard(shard: string, limit: number): Promise<Read> {
    try {
      const iterator = this.#iterators.get(shard) ?? (await this.#iterator(shard))
      const page = await this.#client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: limit }))
      return { shard, records: page.Records ?? [], next: page.NextShardIterator }
    } catch (error) {
      this.#iterators.delete(shard)
      if (error instanceof TrimmedDataAccessException) await this.#forget(shard)
      else if (!(error instanceof ExpiredIteratorException)) throw error
      return this.#readShard(shard, limit)
    }
  }

  async #iterator(shard: string): Promise<string> {
    const after = this.#position.after[shard]
    const from = after
      ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after }
      : { ShardIteratorType: 'TRIM_HORIZON' as const }
    const { ShardIterator } = await this.#client.send(
      new GetShardIteratorCommand({ StreamArn: this.#position.stream, ShardId: shard, ...from }),
    )
    if (!ShardIterator) throw new Error(`shard ${shard} gives no iterator`)
    this.#iterators.set(shard, ShardIterator)
    return ShardIterator
  }

  /** What came next was dropped by age; the oldest record kept is where to go on. */
  async #forget(shard: string): Promise<void> {
    const { [shard]: _, ...after } = this.#position.after
    await this.#save({ ...this.#position, after })
  }

  async #save(position: Position): Promise<void> {
    this.#position = position
    await writeJson(this.#file, position)
  }
}
