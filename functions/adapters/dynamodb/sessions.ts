import {
  DeleteItemCommand,
  GetItemCommand,
  PutItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { LAPSED_HOURS, type StaffSession } from '../../../shared/staff/staff-session'
import type { SessionStore } from '../../ports/session-store'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** Sessions in the table, which deletes them some time after they have lapsed. */
export function sessionTable(table: Table): SessionStore {
  const { db, name: TableName } = table

  async function sessions(staffId: string): Promise<StaffSession[]> {
    const { pk, sk } = keys.session(staffId, '')
    const rows = await queryAll(table, {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
      ConsistentRead: true,
    })
    return rows.map((row) => fromItem<StaffSession>(row))
  }

  const end = async (staffId: string, id: string): Promise<void> => {
    await db.send(new DeleteItemCommand({ TableName, Key: toItem(keys.session(staffId, id)) }))
  }

  return {
    sessions,
    end,

    async session(staffId, id) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: toItem(keys.session(staffId, id)), ConsistentRead: true }),
      )
      return Item && fromItem<StaffSession>(Item)
    },

    async put(session) {
      await db.send(new PutItemCommand({ TableName, Item: rowOf(session) }))
    },

    async replace(old, by, until) {
      const Update = {
        TableName,
        Key: toItem(keys.session(old.staffId, old.id)),
        UpdateExpression: 'SET replaced = :yes, idleUntil = :until',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(replaced)',
        ExpressionAttributeValues: toItem({ ':yes': true, ':until': until }),
      }
      try {
        await db.send(
          new TransactWriteItemsCommand({
            TransactItems: [{ Update }, { Put: { TableName, Item: rowOf(by) } }],
          }),
        )
        return true
      } catch (error) {
        if (error instanceof TransactionCanceledException) return false
        throw error
      }
    },

    async endAll(staffId) {
      await Promise.all((await sessions(staffId)).map(({ id }) => end(staffId, id)))
    },
  }

  function rowOf(session: StaffSession) {
    const expiresAt = Math.ceil(Date.parse(session.endsAt) / 1000) + LAPSED_HOURS * 3600
    return toItem({ ...keys.session(session.staffId, session.id), ...session, expiresAt })
  }
}
