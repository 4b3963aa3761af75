import { ConditionalCheckFailedException, paginateQuery, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import type { LogRow } from '../../../shared/log/candidate'
import { IndexConflict, type SignatureLog } from '../../ports/signature-log'
import { getAll } from './batch-get'
import { conditionHeld } from './condition'
import { type Item, keys, type Table, toItem } from './table'

type Rows = Pick<SignatureLog, 'rows' | 'waiting' | 'setIndex' | 'quarantine'>

const READS_AT_ONCE = 4
const NAMES = { '#index': 'index' }

/** What the log reads and writes of the rows that become entries: one write unit for an index. */
export function signatureRows(table: Table): Rows {
  const { db, name: TableName } = table

  return {
    async rows(petitionId, rowKeys) {
      const wanted = rowKeys.map((key) => keys.signature(petitionId, key))
      return (await getAll(table, wanted, READS_AT_ONCE)).map(rowOf)
    },

    async *waiting(petitionId) {
      const pages = paginateQuery(
        { client: db },
        {
          TableName,
          ConsistentRead: true,
          KeyConditionExpression: 'pk = :pk',
          FilterExpression: 'attribute_not_exists(#index) AND attribute_not_exists(quarantined)',
          ExpressionAttributeNames: NAMES,
          ExpressionAttributeValues: toItem({ ':pk': keys.signature(petitionId, '').pk }),
        },
      )
      for await (const { Items = [] } of pages) yield Items.map(rowOf)
    },

    async setIndex(petitionId, key, index) {
      try {
        await db.send(
          new UpdateItemCommand({
            TableName,
            Key: toItem(keys.signature(petitionId, key)),
            UpdateExpression: 'SET #index = :index',
            ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(#index) OR #index = :index)',
            ExpressionAttributeNames: NAMES,
            ExpressionAttributeValues: toItem({ ':index': index }),
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
        )
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error
        if (error.Item) throw new IndexConflict(`a row of ${petitionId} would get a second index, ${index}`)
      }
    },

    async quarantine(petitionId, key, flaw) {
      await conditionHeld(
        db.send(
          new UpdateItemCommand({
            TableName,
            Key: toItem(keys.signature(petitionId, key)),
            UpdateExpression: 'SET quarantined = :flaw',
            ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#index)',
            ExpressionAttributeNames: NAMES,
            ExpressionAttributeValues: toItem({ ':flaw': flaw }),
          }),
        ),
      )
    },
  }
}

/** Reads a row attribute by attribute: one of the wrong type counts as missing and harms no other row. */
function rowOf(item: Item): LogRow {
  const person = {
    surname: item.surname?.S ?? '',
    givenName: item.givenName?.S ?? '',
    ...(item.patronymic?.S !== undefined && { patronymic: item.patronymic.S }),
  }
  return {
    key: item.sk?.S ?? '',
    person,
    ...(item.confirmedAt?.S !== undefined && { confirmedAt: item.confirmedAt.S }),
    ...(item.nameSalt?.B !== undefined && { nameSalt: item.nameSalt.B }),
    ...(item.personSalt?.B !== undefined && { personSalt: item.personSalt.B }),
    ...(item.level?.S !== undefined && { level: item.level.S }),
    ...(item.at?.S !== undefined && { at: item.at.S }),
    ...(item.target?.N !== undefined && { target: Number(item.target.N) }),
    ...(item.ground?.S !== undefined && { ground: item.ground.S }),
    // An index of the wrong type still says that the row is taken.
    ...(item.index !== undefined && { index: Number(item.index.N) }),
    ...(item.quarantined !== undefined && { quarantined: item.quarantined.S ?? '' }),
  }
}
