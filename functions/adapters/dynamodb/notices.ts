import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { DeliveryStep } from '../../../shared/procedure/notice'
import type { NoticeStore } from '../../ports/notice-store'
import type { StoredNotice } from '../../ports/petition-store'
import { conditionHeld } from './condition'
import { undeliveredBucket } from './desk-index'
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
        ':true': true,
      })
      command.input.ReturnValuesOnConditionCheckFailure = 'ALL_OLD'
      command.input.ConditionExpression =
        'attribute_exists(pk) AND (#status <> :sent OR resend = :true) AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)'
      try {
        const { Attributes } = await db.send(command)
        return { state: 'taken', notice: fromItem<StoredNotice>(Attributes!) }
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error
        const notice = fromItem<StoredNotice>(error.Item)
        return notice.status === 'sent' && !notice.resend ? { state: 'sent', notice } : { state: 'held' }
      }
    },

    async sent(petitionId, noticeId, messageId, at) {
      const expression = `SET #status = :sent, messageId = :id, sentAt = if_not_exists(sentAt, :at), ${STEP} REMOVE leaseUntil, resend, deskBucket, deskAt`
      await db.send(
        update(petitionId, noticeId, expression, {
          ':sent': 'sent',
          ':id': messageId,
          ':at': at,
          ...step({ what: 'sent', at, messageId }),
        }),
      )
    },

    async progressed(petitionId, { id, leaseUntil }, { told, untold, after, doneAt }) {
      const end = doneAt === undefined ? '#after = :end' : '#status = :sent, sentAt = :end'
      const command = update(
        petitionId,
        id,
        `SET ${end}, attempts = :none REMOVE leaseUntil${doneAt === undefined ? '' : ', resend, deskBucket, deskAt'} ADD told :told, untold :untold`,
        {
          ':end': doneAt ?? after,
          ':none': doneAt === undefined ? 0 : 1,
          ':told': told,
          ':untold': untold,
          ':lease': leaseUntil,
          ...(doneAt !== undefined && { ':sent': 'sent' }),
        },
      )
      command.input.ConditionExpression = 'leaseUntil = :lease'
      if (doneAt === undefined) command.input.ExpressionAttributeNames = { '#after': 'after' }
      // Where it fails, somebody else holds the notice by now.
      await conditionHeld(db.send(command))
    },

    async caughtUp(petitionId, noticeId) {
      const command = update(petitionId, noticeId, 'ADD told :one, untold :less', { ':one': 1, ':less': -1 })
      delete command.input.ExpressionAttributeNames
      await db.send(command)
    },

    async failed(petitionId, noticeId, { at, status, reason, final }) {
      const expression = `SET #status = :status, failedAt = :at, ${STEP} REMOVE leaseUntil${final ? ', resend' : ''}`
      await db.send(
        update(petitionId, noticeId, expression, {
          ':status': status,
          ':at': at,
          ...step({ what: 'failed', at, reason }),
        }),
      )
    },

    async reopen({ id, communityId }, noticeId, { at, by }) {
      const command = update(
        id,
        noticeId,
        `SET #status = :pending, deskBucket = :bucket, deskAt = createdAt, ${STEP} REMOVE leaseUntil`,
        {
          ':pending': 'pending',
          ':bucket': undeliveredBucket(communityId),
          ':now': at,
          ':sent': 'sent',
          ...step({ what: 'resend-asked', at, by }),
        },
      )
      const free = 'attribute_exists(pk) AND (attribute_not_exists(leaseUntil) OR leaseUntil <= :now)'
      command.input.ConditionExpression = `${free} AND #status <> :sent`
      if (await conditionHeld(db.send(command))) return true
      const again = update(id, noticeId, `SET resend = :true, ${STEP}`, {
        ':true': true,
        ':now': at,
        ':sent': 'sent',
        ...step({ what: 'resend-asked', at, by }),
      })
      again.input.ConditionExpression = `${free} AND #status = :sent`
      return conditionHeld(db.send(again))
    },
  }
}

/** Adds one entry to a notice's evidence. */
const STEP = 'steps = list_append(if_not_exists(steps, :none), :step)'

function step(entry: DeliveryStep): object {
  return { ':none': [], ':step': [entry] }
}
