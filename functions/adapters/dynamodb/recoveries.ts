import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { Instant } from '../../../shared/calendar/day'
import type { Recovery } from '../../../shared/staff/recovery'
import type { RecoveryStore } from '../../ports/recovery-store'
import { conditionHeld } from './condition'
import { fromItem, keys, type Table, toItem } from './table'

type Row = Omit<Recovery, 'expiresAt'> & { readonly until: Instant }

/** Requests for another key in the table, which deletes them some time after they have expired. */
export function recoveryTable({ db, name: TableName }: Table): RecoveryStore {
  const rowOf = ({ expiresAt, ...recovery }: Recovery) =>
    toItem({
      ...keys.recovery(recovery.staffId),
      ...recovery,
      until: expiresAt,
      // The table's clock is not always the product's: the row stays until both agree that it is over.
      expiresAt: Math.ceil(Date.parse(expiresAt) / 1000) + 24 * 3600,
    })
  return {
    async recovery(staffId, now) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: toItem(keys.recovery(staffId)), ConsistentRead: true }),
      )
      if (!Item) return undefined
      const { until, ...recovery } = fromItem<Row>(Item)
      return now < until ? { ...recovery, expiresAt: until } : undefined
    },

    async request(recovery) {
      await db.send(new PutItemCommand({ TableName, Item: rowOf(recovery) }))
    },

    async approve(recovery, approved, expiresAt) {
      return conditionHeld(
        db.send(
          new PutItemCommand({
            TableName,
            Item: rowOf({ ...recovery, approved, expiresAt }),
            ConditionExpression: 'id = :id AND attribute_not_exists(approved)',
            ExpressionAttributeValues: toItem({ ':id': recovery.id }),
          }),
        ),
      )
    },

    async clear(staffId) {
      await db.send(new DeleteItemCommand({ TableName, Key: toItem(keys.recovery(staffId)) }))
    },
  }
}
