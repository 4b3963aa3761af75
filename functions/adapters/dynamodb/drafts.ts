import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { DraftStore } from '../../ports/draft-store'
import { keys, type Table, toItem } from './table'

const keyOf = (id: string) => toItem(keys.draft(id))

/** Sealed drafts in the table, which deletes them some time after they have expired. */
export function draftTable({ db, name: TableName }: Table): DraftStore {
  return {
    async save(id, sealed, expiresAt) {
      const seconds = Math.ceil(Date.parse(expiresAt) / 1000)
      const Item = { ...keyOf(id), sealed: { S: sealed }, expiresAt: { N: String(seconds) } }
      await db.send(new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' }))
    },
    async load(id, now) {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: keyOf(id), ConsistentRead: true }))
      const expired = Number(Item?.expiresAt?.N ?? 0) * 1000 <= Date.parse(now)
      return expired ? undefined : Item?.sealed?.S
    },
    async delete(id) {
      await db.send(new DeleteItemCommand({ TableName, Key: keyOf(id) }))
    },
  }
}
