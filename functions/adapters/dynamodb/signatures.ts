import { ConditionalCheckFailedException, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { annulmentKey } from '../../../shared/log/row-key'
import type { SignatureKey } from '../../../shared/signing/signature-id'
import { encodeTraits } from '../../../shared/signing/traits'
import type { NewSignature, SignatureState, SignatureStore } from '../../ports/signature-store'
import { type Item, keys, type Table, toItem } from './table'

/** Confirmed signatures in the table: one item of less than 1 KB, so one write unit each, in no index. */
export function signatureTable({ db, name: TableName }: Table): SignatureStore {
  return {
    async add(signature) {
      try {
        await db.send(
          new PutItemCommand({
            TableName,
            Item: itemOf(signature),
            ConditionExpression: 'attribute_not_exists(pk)',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        )
        return undefined
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException && error.Item) return stateOf(error.Item)
        throw error
      }
    },
    async find(key) {
      const { Item } = await db.send(new GetItemCommand({ TableName, Key: keyOf(key), ConsistentRead: true }))
      return Item && stateOf(Item)
    },
    async annulment(petitionId, index) {
      const Key = toItem(keys.signature(petitionId, annulmentKey(index)))
      const { Item } = await db.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))
      return Item && (Item.ground?.S ?? '')
    },
  }
}

function keyOf({ petitionId, personKey }: SignatureKey): Item {
  const { pk, sk } = keys.signature(petitionId, personKey)
  return { pk: { S: pk }, sk: { S: sk } }
}

function itemOf(signature: NewSignature): Item {
  const { surname, givenName, patronymic } = signature.person
  const item: Item = {
    ...keyOf(signature),
    surname: { S: surname },
    givenName: { S: givenName },
    confirmedAt: { S: signature.confirmedAt },
    nameSalt: { B: signature.nameSalt },
    personSalt: { B: signature.personSalt },
    level: { S: signature.level },
  }
  if (patronymic !== undefined) item.patronymic = { S: patronymic }
  if (signature.traits !== undefined) item.traits = { S: encodeTraits(signature.traits) }
  return item
}

function stateOf(item: Item): SignatureState {
  const confirmedAt = item.confirmedAt?.S ?? ''
  const index = item.index?.N
  return index === undefined ? { confirmedAt } : { confirmedAt, index: Number(index) }
}
