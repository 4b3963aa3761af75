import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { NoticeStore } from '../../ports/notice-store'
import type { StoredNotice } from '../../ports/petition-store'
import { fromItem, keys, type Table, toItem } from './table'

/** The outbox rows of the table. */
export function noticeTable({ db, name: TableName }: Table): NoticeStore {
  const update = (petitionId: string, noticeId: string, expression: string, values: object) =>
    new UpdateItemCommand({
      TableName,
      Key: toItem(keys.notice(petitionId, noticeId)),
      UpdateExpression: expression,
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: toItem(values),
      ReturnValues: 'ALL_NEW',
    })

  return {
    async claim(petitionId, noticeId, now, leaseUntil) {
      const command = update(petitionId, noticeId, 'SET leaseUntil = :lease ADD attempts :one', {
        ':lease': leaseUntil,
        ':one': 1,
        ':sent': 'sent',
        ':now': now,
      })
      command.input.ReturnValuesOnConditionCheckFailure = 'ALL_OLD'
      command.input.ConditionExpression =
        'attribute_exists(pk) AND #status <> :sent AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)'
      try {
        const { Attributes } = await db.send(command)
        return { state: 'taken', notice: fromItem<StoredNotice>(Attributes!) }
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error
        const notice = fromItem<StoredNotice>(error.Item)
        return notice.status === 'sent' ? { state: 'sent', notice } : { state: 'held' }
      }
    },

    async sent(petitionId, noticeId, messageId, at) {
      await db.send(
        update(petitionId, noticeId, 'SET #status = :sent, messageId = :id, sentAt = :at REMOVE leaseUntil', {
          ':sent': 'sent',
          ':id': messageId,
          ':at': at,
        }),
      )
    },

    async failed(petitionId, noticeId, at, final) {
      await db.send(
        update(petitionId, noticeId, 'SET #status = :status, failedAt = :at REMOVE leaseUntil', {
          ':status': final ? 'failed' : 'pending',
          ':at': at,
        }),
      )
    },
  }
}
