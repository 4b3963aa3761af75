import {
  DeleteItemCommand,
  GetItemCommand,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb'
import type { AnomalyState, AnomalyStore } from '../../ports/anomaly-store'
import { queryAll } from './query'
import { fromItem, keys, type Table, toItem } from './table'

/** Summaries of the reports on unusual signatures: one small item collection, in the order of communities. */
export function anomalyTable(table: Table): AnomalyStore {
  const { db, name: TableName } = table
  const keyOf = ({ id, communityId }: { id: string; communityId: string }) =>
    toItem(keys.anomalies(communityId, id))

  /** Sets some fields of a petition's row, which comes to be where there is none. */
  async function set(
    petition: { readonly id: string; readonly communityId: string },
    fields: Partial<AnomalyState>,
  ): Promise<void> {
    const entries = Object.entries({
      ...fields,
      petitionId: petition.id,
      communityId: petition.communityId,
    }).filter(([, value]) => value !== undefined)
    const update: UpdateItemCommandInput = {
      TableName,
      Key: keyOf(petition),
      UpdateExpression: `SET ${entries.map(([name]) => `#${name} = :${name}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
      ExpressionAttributeValues: toItem(
        Object.fromEntries(entries.map(([name, value]) => [`:${name}`, value])),
      ),
    }
    await db.send(new UpdateItemCommand(update))
  }

  return {
    async all(communityId) {
      const { pk, sk } = keys.anomalies(communityId ?? '', '')
      const rows = await queryAll(table, {
        KeyConditionExpression: communityId === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :sk)',
        ExpressionAttributeValues: toItem({ ':pk': pk, ...(communityId !== undefined && { ':sk': sk }) }),
      })
      return rows.map((row) => fromItem<AnomalyState>(row))
    },

    async get(petition) {
      const { Item } = await db.send(
        new GetItemCommand({ TableName, Key: keyOf(petition), ConsistentRead: true }),
      )
      return Item && fromItem<AnomalyState>(Item)
    },

    checked: (petition, checkedAt, report) => set(petition, { checkedAt, ...(report && { report }) }),
    want: (petition, wantedAt) => set(petition, { wantedAt }),
    settle: (petition, settled) => set(petition, { settled }),

    async forget(petition) {
      await db.send(new DeleteItemCommand({ TableName, Key: keyOf(petition) }))
    },
  }
}
