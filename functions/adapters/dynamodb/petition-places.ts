import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { DomainError } from '../../../shared/problem'
import { type PetitionPlace, PLACE_FIELDS } from '../../../shared/resident/place'
import type { HoldingStore } from '../../ports/holding-store'
import { getAll } from './batch-get'
import { PUBLISHED } from './petitions'
import { queryAll } from './query'
import { fromItem, type Item, keys, type Table, toItem } from './table'

type Places = Pick<HoldingStore, 'published' | 'unpublished' | 'place'>

/** Without its text, which is most of a petition. */
const FIELD_NAMES = Object.fromEntries(PLACE_FIELDS.map((field, place) => [`#f${place}`, field]))
const PROJECTION = {
  ProjectionExpression: ['pk', ...Object.keys(FIELD_NAMES)].join(', '),
  ExpressionAttributeNames: FIELD_NAMES,
}

/** Petitions as a resident's page needs them, from the indexes. */
export function petitionPlaces(table: Table): Places {
  return {
    async published({ communityId, cursor, limit }) {
      const order = communityId === undefined ? EVERYWHERE : within(communityId)
      const items: PetitionPlace[] = []
      let start = cursor === undefined ? undefined : order.startOf(cursor)
      for (;;) {
        const { Items = [], LastEvaluatedKey } = await table.db.send(
          new QueryCommand({
            ...order.query,
            ...PROJECTION,
            TableName: table.name,
            ScanIndexForward: false,
            Limit: limit,
            ...(start && { ExclusiveStartKey: start }),
          }),
        )
        for (const item of Items) {
          const place = fromItem<PetitionPlace>(item)
          items.push(place)
          // What is filtered out says nothing of how much is left, so the last of the page may not be the last read.
          if (items.length === limit) return { items, nextCursor: order.cursorOf(place) }
        }
        if (!LastEvaluatedKey) return { items }
        start = LastEvaluatedKey
      }
    },

    async unpublished(communityId) {
      const { query } = within(communityId)
      const rows = await queryAll(table, {
        ...query,
        ...PROJECTION,
        FilterExpression: 'attribute_not_exists(publishedAt)',
      })
      return rows.map((row) => fromItem<PetitionPlace>(row))
    },

    async place(petitionId) {
      const [item] = await getAll(table, [keys.petition(petitionId)])
      return item && fromItem<PetitionPlace>(item)
    },
  }
}

/** One of the indexes with published petitions, and how a place in it is named. */
interface Order {
  readonly query: Pick<
    QueryCommandInput,
    'IndexName' | 'KeyConditionExpression' | 'ExpressionAttributeValues' | 'FilterExpression'
  >
  cursorOf(place: PetitionPlace): string
  /** @throws DomainError `invalid-query`; a forged one only names a place in the public list */
  startOf(cursor: string): Item
}

const EVERYWHERE: Order = {
  query: {
    IndexName: 'published',
    KeyConditionExpression: 'publishedBucket = :bucket',
    ExpressionAttributeValues: toItem({ ':bucket': PUBLISHED }),
  },
  cursorOf: ({ id, publishedAt = '' }) => written(publishedAt, id),
  startOf(cursor) {
    const { at, id } = read(cursor)
    return toItem({ ...keys.petition(id), publishedBucket: PUBLISHED, publishedAt: at })
  },
}

function within(communityId: string): Order {
  return {
    query: {
      IndexName: 'community',
      KeyConditionExpression: 'communityId = :community',
      FilterExpression: 'attribute_exists(publishedAt)',
      ExpressionAttributeValues: toItem({ ':community': communityId }),
    },
    cursorOf: ({ id, submittedAt }) => written(submittedAt, id),
    startOf(cursor) {
      const { at, id } = read(cursor)
      return toItem({ ...keys.petition(id), communityId, submittedAt: at })
    },
  }
}

function written(at: string, id: string): string {
  return Buffer.from(`${at} ${id}`).toString('base64url')
}

function read(cursor: string): { readonly at: string; readonly id: string } {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-z]{1,32})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (!match) throw new DomainError('invalid-query', { fields: [{ field: 'after', code: 'invalid' }] })
  return { at: match[1]!, id: match[2]! }
}
