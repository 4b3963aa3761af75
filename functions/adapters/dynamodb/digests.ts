import { GetItemCommand, UpdateItemCommand, type UpdateItemCommandInput } from '@aws-sdk/client-dynamodb'
import type { DigestStore } from '../../ports/digest-store'
import { conditionHeld } from './condition'
import { keys, type Table, toItem } from './table'

const KEPT_DAYS = 60

/** A row for each day's digest, which the table deletes after two months. */
export function digestTable({ db, name: TableName }: Table): DigestStore {
  const update = (day: string, input: Partial<UpdateItemCommandInput>) =>
    db.send(new UpdateItemCommand({ TableName, Key: toItem(keys.digest(day)), ...input }))

  return {
    async isAskedFor(day) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: toItem(keys.digest(day)), ConsistentRead: true }),
      )
      return Item?.askedAt !== undefined
    },

    async askFor(day, at) {
      const expiresAt = Math.ceil(Date.parse(at) / 1000) + KEPT_DAYS * 86_400
      await update(day, {
        UpdateExpression: 'SET askedAt = :at, expiresAt = :end',
        ExpressionAttributeValues: toItem({ ':at': at, ':end': expiresAt }),
      })
    },

    async take(day, by) {
      return conditionHeld(
        update(day, {
          UpdateExpression: 'SET #by = :by',
          ConditionExpression: 'attribute_not_exists(doneAt) AND (attribute_not_exists(#by) OR #by = :by)',
          ExpressionAttributeNames: { '#by': 'by' },
          ExpressionAttributeValues: toItem({ ':by': by }),
        }),
      )
    },

    async done(day, at) {
      await update(day, {
        UpdateExpression: 'SET doneAt = :at',
        ExpressionAttributeValues: toItem({ ':at': at }),
      })
    },
  }
}
