import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord, AttributeValue as LambdaValue } from 'aws-lambda'
import type { StreamFilter } from '../topology'

/** Whether one of the filters takes the record, as Lambda's FilterCriteria would. */
export function passes(record: StreamRecord, filters: readonly StreamFilter[]): boolean {
  const pk = record.dynamodb?.Keys?.pk?.S ?? ''
  const sk = record.dynamodb?.Keys?.sk?.S ?? ''
  return filters.some(
    (filter) =>
      filter.events.some((event) => event === record.eventName) &&
      pk.startsWith(filter.pk.prefix) &&
      sk.startsWith(filter.sk?.prefix ?? ''),
  )
}

/** The record as Lambda hands it over: times in epoch seconds, bytes in base64. */
export function lambdaRecord(record: StreamRecord, streamArn: string): DynamoDBRecord {
  const { Keys, NewImage, OldImage, ApproximateCreationDateTime, ...change } = record.dynamodb ?? {}
  return {
    eventID: record.eventID,
    eventName: record.eventName,
    eventVersion: record.eventVersion,
    eventSource: record.eventSource,
    awsRegion: record.awsRegion,
    eventSourceARN: streamArn,
    dynamodb: {
      ...change,
      ...(Keys && { Keys: lambdaItem(Keys) }),
      ...(NewImage && { NewImage: lambdaItem(NewImage) }),
      ...(OldImage && { OldImage: lambdaItem(OldImage) }),
      ApproximateCreationDateTime: (ApproximateCreationDateTime?.getTime() ?? 0) / 1000,
    },
  } as DynamoDBRecord
}

function lambdaItem(item: Record<string, AttributeValue>): Record<string, LambdaValue> {
  return Object.fromEntries(Object.entries(item).map(([name, value]) => [name, lambdaValue(value)]))
}

function lambdaValue(value: AttributeValue): LambdaValue {
  if (value.B) return { B: base64(value.B) }
  if (value.BS) return { BS: value.BS.map(base64) }
  if (value.L) return { L: value.L.map(lambdaValue) }
  if (value.M) return { M: lambdaItem(value.M) }
  return value as LambdaValue
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64')
}
