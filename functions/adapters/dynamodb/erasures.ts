import {
  DeleteItemCommand,
  paginateQuery,
  type QueryCommandInput,
  TransactionCanceledException,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { erasureKey, kindOfKey } from '../../../shared/log/row-key'
import { inParallel } from '../../in-parallel'
import type { ErasureStore, PlacedSignature } from '../../ports/erasure-store'
import { conditionHeld } from './condition'
import { queryAll } from './query'
import { type Item, keys, type Table, toItem } from './table'

const ROWS_AT_ONCE = 32
const NAMES = { '#index': 'index' }

/** Erasure in the table. */
export function erasureTable(table: Table): ErasureStore {
  const { db, name: TableName } = table
  const rowKey = (petitionId: string, key: string) => toItem(keys.signature(petitionId, key))

  /** Deletes an item as long as the condition holds; where it does not, there is nothing to delete. */
  async function remove(Key: Item, ConditionExpression: string, index?: number): Promise<void> {
    const ExpressionAttributeValues = index === undefined ? undefined : toItem({ ':index': index })
    const command = new DeleteItemCommand({
      TableName,
      Key,
      ConditionExpression,
      ExpressionAttributeNames: NAMES,
      ...(ExpressionAttributeValues && { ExpressionAttributeValues }),
    })
    await conditionHeld(db.send(command))
  }

  /** The first rows of a partition whose sort key begins so. */
  async function beginning(pk: string, sk: string, most: number): Promise<Item[]> {
    const found: Item[] = []
    const query: QueryCommandInput = {
      TableName,
      ConsistentRead: true,
      KeyConditionExpression: sk === '' ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: toItem({ ':pk': pk, ...(sk !== '' && { ':sk': sk }) }),
      ProjectionExpression: 'pk, sk',
      Limit: most,
    }
    for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
      found.push(...Items)
      if (found.length >= most) break
    }
    return found.slice(0, most)
  }

  return {
    async kept(petitionId, most) {
      const placed = new Lowest(most)
      const waiting: string[] = []
      const quarantined: string[] = []
      const query: QueryCommandInput = {
        TableName,
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: toItem({ ':pk': keys.signature(petitionId, '').pk }),
        ProjectionExpression: 'sk, #index, quarantined',
        ExpressionAttributeNames: NAMES,
      }
      for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
        for (const { sk, index, quarantined: flaw } of Items) {
          const key = sk?.S ?? ''
          if (kindOfKey(key) !== 'signature') continue
          if (index !== undefined) placed.add({ key, index: Number(index.N) })
          else if (flaw !== undefined) quarantined.push(key)
          else waiting.push(key)
        }
      }
      return {
        placed: placed.signatures(),
        waiting: waiting.slice(0, most),
        quarantined: quarantined.slice(0, most),
      }
    },

    async ask(petitionId, { key, index }, at) {
      const row = { ...keys.signature(petitionId, erasureKey(index)), target: index, at }
      const items = [
        {
          ConditionCheck: {
            TableName,
            Key: rowKey(petitionId, key),
            ConditionExpression: '#index = :index',
            ExpressionAttributeNames: NAMES,
            ExpressionAttributeValues: toItem({ ':index': index }),
          },
        },
        { Put: { TableName, Item: toItem(row), ConditionExpression: 'attribute_not_exists(pk)' } },
      ]
      await db.send(new TransactWriteItemsCommand({ TransactItems: items })).catch((error: unknown) => {
        if (!isAnswered(error)) throw error
      })
    },

    async erase(petitionId, { key, index }) {
      await remove(rowKey(petitionId, key), '#index = :index', index)
      await remove(rowKey(petitionId, erasureKey(index)), 'attribute_exists(#index)')
    },

    eraseQuarantined: (petitionId, key) =>
      remove(rowKey(petitionId, key), 'attribute_not_exists(#index) AND attribute_exists(quarantined)'),

    async eraseRest(petitionId, most) {
      const asked = await beginning(keys.signature(petitionId, '').pk, ERASURES, most)
      const room = most - asked.length
      const contacts = room > 0 ? await beginning(keys.contact(petitionId, 0).pk, '', room) : []
      const left = room - contacts.length
      const followers = left > 0 ? await beginning(keys.follower(petitionId, '').pk, '', left) : []
      await inParallel(asked, ROWS_AT_ONCE, ({ pk, sk }) =>
        remove({ pk: pk!, sk: sk! }, 'attribute_exists(#index)'),
      )
      await inParallel([...contacts, ...followers], ROWS_AT_ONCE, ({ pk, sk }) =>
        db.send(new DeleteItemCommand({ TableName, Key: { pk: pk!, sk: sk! } })),
      )
      return asked.length + contacts.length + followers.length
    },

    async eraseKeys(petitionId) {
      const { pk, sk } = keys.annulmentAction(petitionId, '')
      const acts = await queryAll(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
        FilterExpression: 'attribute_exists(explanation)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ':sk': sk }),
        ProjectionExpression: 'pk, sk',
      })
      await inParallel(acts, ROWS_AT_ONCE, (act) =>
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: { pk: act.pk!, sk: act.sk! },
            UpdateExpression: 'REMOVE explanation',
          }),
        ),
      )
      for (const key of [keys.author(petitionId), keys.petitionKey(petitionId)]) {
        await db.send(new DeleteItemCommand({ TableName, Key: toItem(key) }))
      }
    },
  }
}

/** What the keys of all erasures begin with. */
const ERASURES = erasureKey(0).replace(/\d+$/, '')

/** Signatures of lowest index, however many are added. */
class Lowest {
  #found: PlacedSignature[] = []

  constructor(private readonly most: number) {}

  add(signature: PlacedSignature): void {
    this.#found.push(signature)
    if (this.#found.length >= 2 * this.most) this.#found = this.signatures()
  }

  signatures(): PlacedSignature[] {
    return this.#found.toSorted((a, b) => a.index - b.index).slice(0, this.most)
  }
}

/** Whether a transaction failed because one of its conditions does not hold, and for no other reason. */
function isAnswered(error: unknown): boolean {
  if (!(error instanceof TransactionCanceledException)) return false
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code)
  return codes.includes('ConditionalCheckFailed') && !codes.includes('TransactionConflict')
}
