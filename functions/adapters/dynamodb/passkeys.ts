import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import type { Passkey } from '../../../shared/staff/passkey'
import type { PasskeyStore } from '../../ports/passkey-store'
import { conditionHeld } from './condition'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** Passkeys in the table, in the member's own item collection. */
export function passkeyTable(table: Table): PasskeyStore {
  const { db, name: TableName } = table
  const keyOf = (staffId: string, id: string) => toItem(keys.passkey(staffId, id))

  async function passkeys(staffId: string): Promise<Passkey[]> {
    const { pk, sk } = keys.passkey(staffId, '')
    const rows = await queryAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
      ConsistentRead: true,
    })
    const all = rows.map((row) => fromItem<Passkey>(row))
    return all.sort((a, b) => a.createdAt.localeCompare(b.createdAt))
  }

  return {
    passkeys,

    async passkey(staffId, id) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: keyOf(staffId, id), ConsistentRead: true }),
      )
      return Item && fromItem<Passkey>(Item)
    },

    add(passkey) {
      const Item = toItem({ ...keys.passkey(passkey.staffId, passkey.id), ...passkey })
      const ConditionExpression = 'attribute_not_exists(pk)'
      return conditionHeld(db.send(new PutItemCommand({ TableName, Item, ConditionExpression })))
    },

    used(passkey, counter, at) {
      return conditionHeld(
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: keyOf(passkey.staffId, passkey.id),
            UpdateExpression: 'SET #counter = :counter, lastUsedAt = :at',
            ConditionExpression: '#counter = :before',
            ExpressionAttributeNames: { '#counter': 'counter' },
            ExpressionAttributeValues: toItem({ ':counter': counter, ':before': passkey.counter, ':at': at }),
          }),
        ),
      )
    },

    rename(staffId, id, name) {
      return conditionHeld(
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: keyOf(staffId, id),
            UpdateExpression: 'SET #name = :name',
            ConditionExpression: 'attribute_exists(pk)',
            ExpressionAttributeNames: { '#name': 'name' },
            ExpressionAttributeValues: toItem({ ':name': name }),
          }),
        ),
      )
    },

    async remove(staffId, id, whileStands) {
      const ConditionExpression = 'attribute_exists(pk)'
      try {
        await db.send(
          new TransactWriteItemsCommand({
            TransactItems: [
              { Delete: { TableName, Key: keyOf(staffId, id), ConditionExpression } },
              { ConditionCheck: { TableName, Key: keyOf(staffId, whileStands), ConditionExpression } },
            ],
          }),
        )
        return true
      } catch (error) {
        if (error instanceof TransactionCanceledException) return false
        throw error
      }
    },

    async removeAll(staffId) {
      const all = await passkeys(staffId)
      await Promise.all(
        all.map(({ id }) => db.send(new DeleteItemCommand({ TableName, Key: keyOf(staffId, id) }))),
      )
    },
  }
}
