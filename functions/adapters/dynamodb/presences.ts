import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import type { PresenceStore, Present } from '../../ports/presence-store'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** A row for each member at a petition, which the table deletes some time after it has expired. */
export function presenceTable(table: Table): PresenceStore {
  return {
    async note(petitionId, who, expiresAt) {
      const seconds = Math.ceil(Date.parse(expiresAt) / 1000)
      const Item = toItem({ ...keys.presence(petitionId, who.staffId), ...who, expiresAt: seconds })
      await table.db.send(new PutItemCommand({ TableName: table.name, Item }))
    },

    async at(petitionId, now) {
      const { pk, sk } = keys.presence(petitionId, '')
      const rows = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
      })
      return rows
        .map((row) => fromItem<Present & { expiresAt: number }>(row))
        .filter(({ expiresAt }) => expiresAt * 1000 > Date.parse(now))
        .map(({ staffId, name, at }) => ({ staffId, name, at }))
        .sort((a, b) => (a.at > b.at ? -1 : 1))
    },
  }
}
