import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import type { Metrics } from '../ports/metrics'

/** What a stream tells: that an item with these keys was written. What it holds now is in the table. */
export interface ChangedItem {
  readonly pk: string
  readonly sk: string
  readonly inserted: boolean
  readonly sequenceNumber: string
}

/** Changed items in the stream's order. A record that cannot be read is counted and passed over. */
export function changedItems(event: DynamoDBStreamEvent, metrics: Metrics): ChangedItem[] {
  const items = event.Records.map(changedItem)
  const unreadable = items.filter((item) => item === undefined).length
  if (unreadable > 0) metrics.count('UnreadableRecords', unreadable)
  return items.filter((item) => item !== undefined)
}

function changedItem(record: DynamoDBRecord): ChangedItem | undefined {
  const { Keys, SequenceNumber: sequenceNumber } = record?.dynamodb ?? {}
  const pk = Keys?.pk?.S
  const sk = Keys?.sk?.S
  if (pk === undefined || sk === undefined || sequenceNumber === undefined) return undefined
  return { pk, sk, inserted: record.eventName === 'INSERT', sequenceNumber }
}

/**
 * The answer for a batch of which some items failed. The stream goes on from the first of them and brings
 * all that follow again, so what succeeded behind it must bear being repeated.
 */
export function failing(items: Iterable<ChangedItem>): DynamoDBBatchResponse {
  return { batchItemFailures: [...items].map((item) => ({ itemIdentifier: item.sequenceNumber })) }
}
