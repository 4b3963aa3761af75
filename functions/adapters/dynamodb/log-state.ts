import { GetItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { countOf, EMPTY_LOG, isPending, type LogState } from '../../../shared/log/state'
import type { SignatureLog } from '../../ports/signature-log'
import { conditionHeld } from './condition'
import { signatureRows } from './signature-rows'
import { fromItem, keys, type Table, toItem } from './table'

const NAMES = { '#size': 'size', '#root': 'root', '#count': 'count' }

/** Petitions' signature logs in the table: one state row each, beside the petition, and the signatures' rows. */
export function signatureLogTable(table: Table): SignatureLog {
  const { db, name: TableName } = table

  return {
    ...signatureRows(table),

    async state(petitionId) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: toItem(keys.log(petitionId)), ConsistentRead: true }),
      )
      return Item ? { ...EMPTY_LOG, ...fromItem<LogState>(Item) } : EMPTY_LOG
    },

    async commit(petitionId, from, { after, staging, at }) {
      if (isPending(from)) return false
      return conditionHeld(
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: toItem(keys.log(petitionId)),
            UpdateExpression:
              'SET #size = :size, #root = :root, signatures = :signatures, annulments = :annulments, ' +
              'applied = :from, #count = :count, version = :next, staging = :staging, updatedAt = :at' +
              (after.providers ? ', providers = :providers' : ''),
            ConditionExpression:
              from.version === 0
                ? 'attribute_not_exists(pk)'
                : 'version = :version AND applied = #size AND #size = :from',
            ExpressionAttributeNames: NAMES,
            ExpressionAttributeValues: toItem({
              ':from': from.size,
              ':count': from.count,
              ':size': after.size,
              ':root': after.root,
              ':signatures': after.signatures,
              ':annulments': after.annulments,
              ':next': from.version + 1,
              ':staging': staging,
              ':at': at,
              ...(after.providers && { ':providers': after.providers }),
              ...(from.version > 0 && { ':version': from.version }),
            }),
          }),
        ),
      )
    },

    async markApplied(petitionId, state, at) {
      await conditionHeld(
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: toItem(keys.log(petitionId)),
            UpdateExpression:
              'SET applied = #size, #count = :count, version = :next, updatedAt = :at' +
              (state.providers ? ', standing = :standing' : '') +
              ' REMOVE staging',
            ConditionExpression: 'version = :version',
            ExpressionAttributeNames: { '#size': 'size', '#count': 'count' },
            ExpressionAttributeValues: toItem({
              ':count': countOf(state),
              ...(state.providers && { ':standing': state.providers }),
              ':version': state.version,
              ':next': state.version + 1,
              ':at': at,
            }),
          }),
        ),
      )
    },
  }
}
