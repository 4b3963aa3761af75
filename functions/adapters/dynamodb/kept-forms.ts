import { DeleteItemCommand, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { KeptFormStore } from '../../ports/kept-form-store'
import { keys, type Table, toItem } from './table'

const keyOf = (staffId: string) => toItem(keys.keptForm(staffId))

/** Sealed forms in the table, which deletes them some time after they have expired. */
export function keptFormTable({ db, name: TableName }: Table): KeptFormStore {
  return {
    async keep(staffId, sealed, expiresAt) {
      const seconds = Math.ceil(Date.parse(expiresAt) / 1000)
      const Item = { ...keyOf(staffId), sealed: { S: sealed }, expiresAt: { N: String(seconds) } }
      await db.send(new PutItemCommand({ TableName, Item }))
    },
    async kept(staffId, now) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: keyOf(staffId), ConsistentRead: true }),
      )
      const expired = Number(Item?.expiresAt?.N ?? 0) * 1000 <= Date.parse(now)
      return expired ? undefined : Item?.sealed?.S
    },
    async drop(staffId) {
      await db.send(new DeleteItemCommand({ TableName, Key: keyOf(staffId) }))
    },
  }
}
