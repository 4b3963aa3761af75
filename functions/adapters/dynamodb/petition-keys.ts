import { GetItemCommand, PutItemCommand, QueryCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { KeyRenewal, PetitionKeyStore, StoredPetitionKey } from '../../ports/petition-key-store'
import { getAll } from './batch-get'
import { conditionHeld } from './condition'
import { fromItem, type Item, keys, type Table, toItem } from './table'

/** Petitions' sealed keys in the table. */
export function petitionKeyTable(table: Table): PetitionKeyStore {
  const { db, name: TableName } = table

  async function sealedKeys(ids: readonly string[]): Promise<StoredPetitionKey[]> {
    const rows = await getAll(table, ids.map(keys.petitionKey))
    return rows.map((row) => ({ petitionId: idOf(row), sealed: row.sealed?.S ?? '' }))
  }

  return {
    async renewal() {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: toItem(keys.keyRenewal()) }))
      return Item && fromItem<KeyRenewal>(Item)
    },

    async setRenewal(renewal) {
      await db.send(new PutItemCommand({ TableName, Item: toItem({ ...keys.keyRenewal(), ...renewal }) }))
    },

    async page(communityId, after, limit) {
      const { Items = [], LastEvaluatedKey } = await db.send(
        new QueryCommand({
          TableName,
          IndexName: 'community',
          KeyConditionExpression: 'communityId = :community',
          ExpressionAttributeValues: toItem({ ':community': communityId }),
          ProjectionExpression: 'pk',
          Limit: limit,
          ...(after !== undefined && { ExclusiveStartKey: JSON.parse(after) }),
        }),
      )
      const items = await sealedKeys(Items.map(idOf))
      return LastEvaluatedKey ? { items, next: JSON.stringify(LastEvaluatedKey) } : { items }
    },

    async replace({ petitionId, sealed: before }, sealed) {
      const update = new UpdateItemCommand({
        TableName,
        Key: toItem(keys.petitionKey(petitionId)),
        UpdateExpression: 'SET sealed = :sealed',
        ConditionExpression: 'sealed = :before',
        ExpressionAttributeValues: toItem({ ':sealed': sealed, ':before': before }),
      })
      await conditionHeld(db.send(update))
    },
  }
}

function idOf(row: Item): string {
  return (row.pk?.S ?? '').replace('PETITION#', '')
}
