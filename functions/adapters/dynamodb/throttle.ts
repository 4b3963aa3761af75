import {
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  type DynamoDBClient,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { Meter, Throttle } from '../../ports/throttle'
import { type Item, keys, type Table, toItem } from './table'

/** Counters in the table, each refused by the condition of its own update. */
export function throttleTable({ db, name: TableName }: Table): Throttle {
  const base = (meter: Meter) => ({
    TableName,
    Key: toItem(keys.throttle(meter.scope, meter.hash, meter.window)),
    ExpressionAttributeNames: { '#expiresAt': 'expiresAt' },
  })
  const values = (meter: Meter) => ({
    ':one': { N: '1' },
    ':limit': { N: String(meter.limit) },
    ':expiresAt': { N: String(Math.ceil(Date.parse(meter.expiresAt) / 1000)) },
  })
  return {
    async count(meter) {
      const update = new UpdateItemCommand({
        ...base(meter),
        UpdateExpression: 'ADD n :one SET #expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(n) OR n < :limit',
        ExpressionAttributeValues: values(meter),
      })
      return (await refusal(db, update)) === undefined
    },
    async countOnce(meter, challengeId) {
      const update = new UpdateItemCommand({
        ...base(meter),
        UpdateExpression: 'ADD n :one, used :challenges SET #expiresAt = :expiresAt',
        ConditionExpression: 'attribute_not_exists(n) OR (n < :limit AND NOT contains(used, :challenge))',
        ExpressionAttributeValues: {
          ...values(meter),
          ':challenge': { S: challengeId },
          ':challenges': { SS: [challengeId] },
        },
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      })
      const refused = await refusal(db, update)
      if (!refused) return 'counted'
      return refused.Item?.used?.SS?.includes(challengeId) ? 'used' : 'over-limit'
    },
    async read(meters) {
      const Keys = meters.map(({ scope, hash, window }) => toItem(keys.throttle(scope, hash, window)))
      const request = { [TableName]: { Keys, ProjectionExpression: 'pk, sk, n' } }
      const { Responses } = await db.send(new BatchGetItemCommand({ RequestItems: request }))
      const counts = new Map((Responses?.[TableName] ?? []).map((item) => [placeOf(item), Number(item.n?.N)]))
      return Keys.map((key) => counts.get(placeOf(key)) ?? 0)
    },
  }
}

function placeOf({ pk, sk }: Item): string {
  return `${pk?.S} ${sk?.S}`
}

/** Runs the update. @returns what its condition met, undefined when it was done */
async function refusal(
  db: DynamoDBClient,
  update: UpdateItemCommand,
): Promise<ConditionalCheckFailedException | undefined> {
  try {
    await db.send(update)
    return undefined
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return error
    throw error
  }
}
