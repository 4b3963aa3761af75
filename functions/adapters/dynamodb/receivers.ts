import {
  ConditionalCheckFailedException,
  GetItemCommand,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { DomainError } from '../../../shared/problem'
import type { Receiver } from '../../../shared/systems/receiver'
import type { ReceiverStore } from '../../ports/receiver-store'
import { conditionHeld } from './condition'
import { officeLine } from './office'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** For how long a removed receiver can be brought back. */
const KEPT_SECONDS = 30 * 24 * 3600

/** Receivers of all councils and hosts: one small item collection. */
export function receiverTable(table: Table): ReceiverStore {
  const { db, name: TableName } = table

  async function all(): Promise<Receiver[]> {
    const rows = await queryAll(table, {
      KeyConditionExpression: 'pk = :pk',
      FilterExpression: 'attribute_not_exists(removedAt)',
      ExpressionAttributeValues: toItem({ ':pk': keys.receiver('').pk }),
      ConsistentRead: true,
    })
    return rows.map((row) => fromItem<Receiver>(row))
  }

  const change = (id: string, UpdateExpression: string, ConditionExpression: string, values?: object) =>
    new UpdateItemCommand({
      TableName,
      Key: toItem(keys.receiver(id)),
      UpdateExpression,
      ConditionExpression,
      ReturnValues: 'ALL_NEW',
      ...(values && { ExpressionAttributeValues: toItem(values) }),
    })

  return {
    async find(id) {
      const Key = toItem(keys.receiver(id))
      const { Item } = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
      return Item && fromItem<Receiver>(Item)
    },

    all,

    async of(place) {
      const own = (await all()).filter((receiver) => receiver.place === place)
      return own.sort((a, b) => (a.createdAt > b.createdAt ? -1 : 1))
    },

    async save(receiver, entry) {
      const { id, version, removedAt } = receiver
      const expiresAt = removedAt && Math.ceil(Date.parse(removedAt) / 1000) + KEPT_SECONDS
      const Put = {
        TableName,
        Item: toItem({ ...keys.receiver(id), ...receiver, expiresAt }),
        ...(version === 1
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: 'version = :before',
              ExpressionAttributeValues: toItem({ ':before': version - 1 }),
            }),
      }
      try {
        const TransactItems = [{ Put }, officeLine(table, receiver.place, entry)]
        await db.send(new TransactWriteItemsCommand({ TransactItems }))
      } catch (error) {
        if (error instanceof TransactionCanceledException) throw new DomainError('conflict')
        throw error
      }
    },

    async failing(id, at) {
      const set = 'SET failingSince = if_not_exists(failingSince, :at)'
      const command = change(id, set, 'attribute_exists(pk)', { ':at': at })
      const answer = await db.send(command).catch(unlessGone)
      return answer?.Attributes && fromItem<Receiver>(answer.Attributes).failingSince
    },

    async succeeded(id) {
      await conditionHeld(db.send(change(id, 'REMOVE failingSince', 'attribute_exists(failingSince)')))
    },
  }
}

function unlessGone(error: unknown): undefined {
  if (!(error instanceof ConditionalCheckFailedException)) throw error
  return undefined
}
