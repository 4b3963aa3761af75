import {
  GetItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DomainError } from '../../../shared/problem'
import type { OfficeEntry } from '../../../shared/staff/office-entry'
import type { ApiKey } from '../../../shared/systems/api-key'
import type { ApiKeyStore } from '../../ports/api-key-store'
import { officeLine } from './office'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** Keys of all councils and hosts: one small item collection. */
export function apiKeyTable(table: Table): ApiKeyStore {
  const { db, name: TableName } = table

  async function write(items: TransactWriteItem[], { place }: ApiKey, entry: OfficeEntry): Promise<void> {
    try {
      const TransactItems = [...items, officeLine(table, place, entry)]
      await db.send(new TransactWriteItemsCommand({ TransactItems }))
    } catch (error) {
      if (error instanceof TransactionCanceledException) throw new DomainError('conflict')
      throw error
    }
  }

  const added = (key: ApiKey): TransactWriteItem => ({
    Put: {
      TableName,
      Item: toItem({ ...keys.apiKey(key.id), ...key }),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  })

  const changed = (key: ApiKey, UpdateExpression: string, values: object): TransactWriteItem => ({
    Update: {
      TableName,
      Key: toItem(keys.apiKey(key.id)),
      UpdateExpression,
      ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revokedAt)',
      ExpressionAttributeValues: toItem(values),
    },
  })

  return {
    async find(id) {
      const Key = toItem(keys.apiKey(id))
      const { Item } = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
      return Item && fromItem<ApiKey>(Item)
    },

    async of(place) {
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk',
        FilterExpression: 'place = :place',
        ExpressionAttributeValues: toItem({ ':pk': keys.apiKey('').pk, ':place': place }),
        ConsistentRead: true,
      })
      return rows.map((row) => fromItem<ApiKey>(row)).sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1))
    },

    add: (key, entry) => write([added(key)], key, entry),

    replace(old, by, entry) {
      const end = changed(old, 'SET replacedBy = :by, endsAt = :end', {
        ':by': old.replacedBy,
        ':end': old.endsAt,
      })
      end.Update!.ConditionExpression += ' AND attribute_not_exists(replacedBy)'
      return write([added(by), end], by, entry)
    },

    revoke: (key, at, entry) => write([changed(key, 'SET revokedAt = :at', { ':at': at })], key, entry),

    async used(id, at) {
      await db.send(
        new UpdateItemCommand({
          TableName,
          Key: toItem(keys.apiKey(id)),
          UpdateExpression: 'SET lastUsedAt = :at',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: toItem({ ':at': at }),
        }),
      )
    },
  }
}
