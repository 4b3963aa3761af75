import { PutItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../../../shared/staff/audit-entry'
import type { AuditStore } from '../../ports/audit-store'
import { conditionHeld } from './condition'
import { keys, type Table, toItem } from './table'

/** A row for each line, one partition for each trail and month. */
export function auditTable({ db, name: TableName }: Table): AuditStore {
  return {
    async add(scope, entry, expiresAt) {
      const key = keys.auditLine(scope, entry.at.slice(0, 7), `${entry.at}#${entry.request}`)
      const Item = toItem({ ...key, ...entry, expiresAt: Math.ceil(Date.parse(expiresAt) / 1000) })
      // Where it fails, the write was repeated after its answer got lost.
      await conditionHeld(
        db.send(new PutItemCommand({ TableName, Item, ConditionExpression: 'attribute_not_exists(pk)' })),
      )
    },

    async lines(scope, month, { before = '~', limit, now }) {
      const { pk } = keys.auditLine(scope, month, '')
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk AND sk < :before',
          ExpressionAttributeValues: toItem({ ':pk': pk, ':before': before }),
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
        }),
      )
      return Items.map((item) => unmarshall(item))
        .filter(({ expiresAt }) => expiresAt * 1000 > Date.parse(now))
        .map(({ pk: _pk, sk, expiresAt: _expiresAt, ...entry }) => ({ ...(entry as AuditEntry), key: sk }))
    },
  }
}
