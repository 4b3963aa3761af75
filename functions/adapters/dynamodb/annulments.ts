import {
  ConditionalCheckFailedException,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import { inParallel } from '../../in-parallel'
import type { AnnulmentAction, AnnulmentRow, AnnulmentStore } from '../../ports/annulment-store'
import { queryAll } from './query'
import { fromItem, type Item, keys, type Table, toItem } from './table'

const ROWS_AT_ONCE = 16
const ALL = { from: 0, to: 999_999_999 }

/** Annulments in the table: a row each beside the signatures, which rings for the log, and one for each act. */
export function annulmentTable(table: Table): AnnulmentStore {
  const { db, name: TableName } = table

  /** Puts an item unless there is one; the one that is there, or undefined. */
  async function putOnce(item: object): Promise<Item | undefined> {
    const input: PutItemCommandInput = {
      TableName,
      Item: toItem(item),
      ConditionExpression: 'attribute_not_exists(pk)',
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
    }
    try {
      await db.send(new PutItemCommand(input))
      return undefined
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException && error.Item) return error.Item
      throw error
    }
  }

  async function get(key: object): Promise<Item | undefined> {
    const { Item } = await db.send(new GetItemCommand({ TableName, Key: toItem(key), ConsistentRead: true }))
    return Item
  }

  return {
    async record(petitionId, action) {
      const present = await putOnce({ ...keys.annulmentAction(petitionId, action.id), ...action })
      return present ? fromItem<AnnulmentAction>(present) : action
    },

    async add(petitionId, { id, ground, at }, targets) {
      const failed: number[] = []
      await inParallel(targets, ROWS_AT_ONCE, async (target) => {
        const row = { ...keys.annulment(petitionId, target), target, ground, at, action: id }
        await putOnce(row).catch(() => failed.push(target))
      })
      return failed
    },

    async rows(petitionId, { from, to } = ALL) {
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: toItem({
          ':pk': keys.annulment(petitionId, from).pk,
          ':from': keys.annulment(petitionId, from).sk,
          ':to': keys.annulment(petitionId, to).sk,
        }),
        ConsistentRead: true,
      })
      return items.map((item) => fromItem<AnnulmentRow>(item))
    },

    async actions(petitionId) {
      const { pk, sk } = keys.annulmentAction(petitionId, '')
      const items = await queryAll(table, {
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :action)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':action': sk }),
        ConsistentRead: true,
      })
      const actions = items.map((item) => fromItem<AnnulmentAction>(item))
      return actions.sort((a, b) => (a.at > b.at ? -1 : 1))
    },

    async action(petitionId, id) {
      const item = await get(keys.annulmentAction(petitionId, id))
      return item && fromItem<AnnulmentAction>(item)
    },

    isTold: async (petitionId, target) => (await get(keys.annulmentMail(petitionId, target))) !== undefined,

    async told(petitionId, target, messageId, at) {
      await putOnce({ ...keys.annulmentMail(petitionId, target), messageId, at })
    },
  }
}
