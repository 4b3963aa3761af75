import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { ContactStore } from '../../ports/contact-store'
import { keys, type Table, toItem } from './table'

/** Sealed addresses of signers in the table, which deletes them some time after they have expired. */
export function contactTable({ db, name: TableName }: Table): ContactStore {
  const keyOf = (petitionId: string, index: number) => toItem(keys.contact(petitionId, index))
  return {
    async put(petitionId, index, sealed, expiresAt) {
      const seconds = Math.ceil(Date.parse(expiresAt) / 1000)
      const Item = { ...keyOf(petitionId, index), sealed: { S: sealed }, expiresAt: { N: String(seconds) } }
      await db.send(new PutItemCommand({ TableName, Item }))
    },
    async get(petitionId, index, now) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: keyOf(petitionId, index), ConsistentRead: true }),
      )
      const expired = Number(Item?.expiresAt?.N ?? 0) * 1000 <= Date.parse(now)
      return expired ? undefined : Item?.sealed?.S
    },
    async delete(petitionId, index) {
      await db.send(new DeleteItemCommand({ TableName, Key: keyOf(petitionId, index) }))
    },
  }
}
