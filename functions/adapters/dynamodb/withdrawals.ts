import {
  GetItemCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb'
import { WITHDRAWN } from '../../../shared/log/annulment'
import { erasureKey } from '../../../shared/log/row-key'
import type { WithdrawalStore } from '../../ports/withdrawal-store'
import { keys, type Table, toItem } from './table'

/** Petitions that are being signed change all the time: so often a transaction that met a change is tried again. */
const ATTEMPTS = 10

/** What stands for the act in the rows of annulments: the signer's own has no other record. */
const BY_SIGNER = 'signer'

/** Withdrawing a signature, in the table. */
export function withdrawalTable({ db, name: TableName }: Table): WithdrawalStore {
  /** @returns of each item whether its condition held; undefined where everything was written */
  async function transact(TransactItems: TransactWriteItem[]): Promise<boolean[] | undefined> {
    for (let attempt = 1; ; attempt++) {
      try {
        await db.send(new TransactWriteItemsCommand({ TransactItems }))
        return undefined
      } catch (error) {
        if (!(error instanceof TransactionCanceledException)) throw error
        const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code)
        if (codes.includes('ConditionalCheckFailed')) {
          return codes.map((code) => code !== 'ConditionalCheckFailed')
        }
        if (attempt === ATTEMPTS) throw error
        await new Promise((resume) => setTimeout(resume, 20 * attempt))
      }
    }
  }

  const once = { TableName, ConditionExpression: 'attribute_not_exists(pk)' }

  return {
    async withdraw({ petitionId, index }, at, contact) {
      const row = { target: index, ground: WITHDRAWN, at, action: BY_SIGNER }
      const kept = contact && {
        ...keys.contact(petitionId, index),
        sealed: contact.sealed,
        expiresAt: Math.ceil(Date.parse(contact.expiresAt) / 1000),
      }
      const held = await transact([
        {
          ConditionCheck: {
            TableName,
            Key: toItem(keys.petition(petitionId)),
            ConditionExpression: '#status = :collecting',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: toItem({ ':collecting': 'collecting' }),
          },
        },
        { Put: { ...once, Item: toItem({ ...keys.annulment(petitionId, index), ...row }) } },
        ...(kept ? [{ Put: { TableName, Item: toItem(kept) } }] : []),
      ])
      const [collects, isNew] = held ?? [true, true]
      return !isNew || collects ? 'done' : 'closed'
    },

    async eraseName({ petitionId, personKey, index }, at) {
      const Key = toItem(keys.signature(petitionId, personKey))
      const { Item } = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
      if (!Item || Number(Item.index?.N) !== index) return
      const { confirmedAt, level } = Item
      // Written anew rather than stripped: whatever else a row comes to hold of a person goes, too.
      const rest = {
        ...Key,
        index: Item.index!,
        ...(confirmedAt && { confirmedAt }),
        ...(level && { level }),
      }
      await transact([
        {
          ConditionCheck: {
            TableName,
            Key: toItem(keys.annulment(petitionId, index)),
            ConditionExpression: 'ground = :withdrawn',
            ExpressionAttributeValues: toItem({ ':withdrawn': WITHDRAWN }),
          },
        },
        {
          Put: {
            TableName,
            Item: rest,
            ConditionExpression: '#index = :index',
            ExpressionAttributeNames: { '#index': 'index' },
            ExpressionAttributeValues: toItem({ ':index': index }),
          },
        },
        {
          Put: {
            ...once,
            Item: toItem({ ...keys.signature(petitionId, erasureKey(index)), target: index, at }),
          },
        },
      ])
    },
  }
}
