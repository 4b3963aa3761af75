import {
  ConditionalCheckFailedException,
  QueryCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { type Instant, instantOf } from '../../../shared/calendar/day'
import type { Delivery, DeliveryTry } from '../../../shared/systems/delivery'
import type { DeliveryKey, DeliveryStore } from '../../ports/delivery-store'
import { conditionHeld } from './condition'
import { fromItem, keys, type Table, toItem } from './table'

const KEPT_SECONDS = 30 * 24 * 3600
/** A message whose deliverer has vanished with its queue's message is met again by the clock. */
const FORGOTTEN_MS = 15 * 60_000
/** Bucket of the index `due`, apart from petitions. */
const WEBHOOK = 'WEBHOOK'

const FREE = '(attribute_not_exists(leaseUntil) OR leaseUntil <= :now)'
const OPEN = '(attribute_not_exists(pk) OR #status = :waiting OR #status = :held)'
const ROW =
  '#type = :type, receiver = :receiver, id = :id, tries = if_not_exists(tries, :none), expiresAt = :expires'
const TRIED = 'tries = list_append(tries, :tried)'

/** Messages to receivers in the table. */
export function deliveryTable({ db, name: TableName }: Table): DeliveryStore {
  const update = (
    { receiver, id }: DeliveryKey,
    UpdateExpression: string,
    values: Readonly<Record<string, unknown>>,
    more: Partial<UpdateItemCommandInput> = {},
  ) =>
    new UpdateItemCommand({
      TableName,
      Key: toItem(keys.delivery(receiver, id)),
      UpdateExpression,
      ExpressionAttributeValues: toItem(values),
      ExpressionAttributeNames: { '#status': 'status' },
      ...more,
    })

  const rowValues = ({ receiver, id }: DeliveryKey, type: string, now: Instant) => ({
    ':type': type,
    ':receiver': receiver,
    ':id': id,
    ':none': [],
    ':now': now,
    ':waiting': 'waiting',
    ':held': 'held',
    ':expires': Math.ceil(Date.parse(now) / 1000) + KEPT_SECONDS,
  })
  const NAMES = { '#status': 'status', '#type': 'type' }

  return {
    async claim(key, type, now, leaseUntil) {
      const command = update(
        key,
        `SET ${ROW}, #status = :waiting, leaseUntil = :lease, dueBucket = :bucket, dueAt = :later ADD attempts :one`,
        {
          ...rowValues(key, type, now),
          ':lease': leaseUntil,
          ':bucket': WEBHOOK,
          ':later': instantOf(Date.parse(now) + FORGOTTEN_MS),
          ':one': 1,
        },
        {
          ExpressionAttributeNames: NAMES,
          ConditionExpression: `${OPEN} AND ${FREE}`,
          ReturnValues: 'ALL_NEW',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      )
      try {
        const { Attributes } = await db.send(command)
        return { state: 'taken', delivery: fromItem<Delivery>(Attributes!) }
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException) || !error.Item) throw error
        const { status } = fromItem<Delivery>(error.Item)
        return { state: status === 'waiting' || status === 'held' ? 'busy' : 'over' }
      }
    },

    async hold(key, type, now) {
      const command = update(
        key,
        `SET ${ROW}, #status = :held REMOVE dueBucket, dueAt, leaseUntil`,
        rowValues(key, type, now),
        { ExpressionAttributeNames: NAMES, ConditionExpression: `${OPEN} AND ${FREE}` },
      )
      await conditionHeld(db.send(command))
    },

    async delivered(key, attempt) {
      const set = `SET #status = :delivered, ${TRIED} REMOVE dueBucket, dueAt, leaseUntil`
      await db.send(update(key, set, { ':delivered': 'delivered', ':tried': [tried(attempt)] }))
    },

    async failed(key, attempt, dueAt) {
      const values = { ':tried': [tried(attempt)] }
      const again = `SET ${TRIED}, dueBucket = :bucket, dueAt = :due, #status = :waiting REMOVE leaseUntil`
      const never = `SET ${TRIED}, #status = :failed REMOVE dueBucket, dueAt, leaseUntil`
      await db.send(
        dueAt
          ? update(key, again, { ...values, ':bucket': WEBHOOK, ':due': dueAt, ':waiting': 'waiting' })
          : update(key, never, { ...values, ':failed': 'failed' }),
      )
    },

    reopen: (key, dueAt) =>
      conditionHeld(
        db.send(
          update(
            key,
            'SET #status = :waiting, attempts = :zero, dueBucket = :bucket, dueAt = :due',
            { ':waiting': 'waiting', ':failed': 'failed', ':zero': 0, ':bucket': WEBHOOK, ':due': dueAt },
            { ConditionExpression: '#status = :failed' },
          ),
        ),
      ),

    async of(receiver, limit) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: toItem({ ':pk': keys.delivery(receiver, '').pk }),
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: limit,
        }),
      )
      return Items.map((item) => fromItem<Delivery>(item))
    },

    async takeDue(now, until, limit) {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'due',
          KeyConditionExpression: 'dueBucket = :bucket AND dueAt <= :now',
          ExpressionAttributeValues: toItem({ ':bucket': WEBHOOK, ':now': now }),
          Limit: limit,
        }),
      )
      const taken = await Promise.all(
        Items.map(async (item) => {
          const { receiver, id, dueAt } = fromItem<Delivery>(item)
          const command = update(
            { receiver, id },
            'SET dueAt = :until',
            { ':until': until, ':seen': dueAt },
            { ConditionExpression: 'dueAt = :seen', ExpressionAttributeNames: undefined },
          )
          return (await conditionHeld(db.send(command))) ? [{ receiver, id }] : []
        }),
      )
      return taken.flat()
    },
  }
}

function tried({ at, milliseconds, status, failure, answer }: DeliveryTry): DeliveryTry {
  return {
    at,
    milliseconds,
    ...(status !== undefined && { status }),
    ...(failure !== undefined && { failure }),
    ...(answer !== undefined && { answer }),
  }
}
