import {
  QueryCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import type { FrontChange } from '../../../shared/community/front'
import type { FrontStore } from '../../ports/front-store'
import { fromItem, keys, type Table, toItem } from './table'

/** Fronts stand on their host's row, which whatever changed the stream publishes; each change has a row of its own. */
export function frontTable({ db, name: TableName }: Table): FrontStore {
  return {
    async save(hostId, change) {
      const before = change.front.version - 1
      try {
        await db.send(
          new TransactWriteItemsCommand({
            TransactItems: [
              {
                Update: {
                  TableName,
                  Key: toItem(keys.host(hostId)),
                  UpdateExpression: 'SET front = :front',
                  ConditionExpression:
                    before === 0
                      ? 'attribute_exists(pk) AND attribute_not_exists(front)'
                      : 'front.version = :before',
                  ExpressionAttributeValues: toItem({
                    ':front': change.front,
                    ...(before > 0 && { ':before': before }),
                  }),
                },
              },
              {
                Put: {
                  TableName,
                  Item: toItem({ ...keys.frontChange(hostId, change.front.version), ...change }),
                  ConditionExpression: 'attribute_not_exists(pk)',
                },
              },
            ],
          }),
        )
        return true
      } catch (error) {
        if (error instanceof TransactionCanceledException) return false
        throw error
      }
    },

    async changes(hostId, limit) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': keys.frontChange(hostId, 1).pk }),
          ScanIndexForward: false,
          Limit: limit,
          ConsistentRead: true,
        }),
      )
      return Items.map((item) => fromItem<FrontChange>(item))
    },
  }
}
