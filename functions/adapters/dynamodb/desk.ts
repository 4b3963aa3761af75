import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import { matches } from '../../../shared/search/matches'
import type { DeskCase, DeskStore } from '../../ports/desk-store'
import type { StoredNotice } from '../../ports/petition-store'
import { owedBucket, undeliveredBucket } from './desk-index'
import { type StoredPetition, withoutIndexKeys } from './petitions'
import { fromItem, type Item, type Table, toItem } from './table'

const FIELDS = [
  'id',
  'number',
  'title',
  'status',
  'communityId',
  'host',
  'submittedAt',
  'decision',
  'announcement',
] as const satisfies readonly (keyof DeskCase)[]

/** Only the fields that a list shows travel; none of a petition's text. */
const LISTED = {
  ProjectionExpression: FIELDS.map((field) => `#${field}`).join(', '),
  ExpressionAttributeNames: Object.fromEntries(FIELDS.map((field) => [`#${field}`, field])),
}

/** The desk's lists over two indexes: `desk`, which holds only what is owed, and `community`, newest first. */
export function deskTable({ db, name: TableName }: Table): DeskStore {
  /** Rows page by page until somebody has enough. */
  async function* rows(query: Omit<QueryCommandInput, 'TableName'>): AsyncGenerator<Item> {
    let ExclusiveStartKey: Item | undefined
    do {
      const page = await db.send(
        new QueryCommand({ TableName, ...query, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
      )
      yield* page.Items ?? []
      ExclusiveStartKey = page.LastEvaluatedKey
    } while (ExclusiveStartKey)
  }

  const inBucket = (bucket: string, limit: number, newestFirst: boolean) =>
    rows({
      IndexName: 'desk',
      KeyConditionExpression: 'deskBucket = :bucket',
      ExpressionAttributeValues: toItem({ ':bucket': bucket }),
      ScanIndexForward: !newestFirst,
      Limit: limit,
    })

  const ofCommunity = (communityId: string, limit?: number) =>
    rows({
      IndexName: 'community',
      KeyConditionExpression: 'communityId = :community',
      ExpressionAttributeValues: toItem({ ':community': communityId }),
      ScanIndexForward: false,
      ...LISTED,
      ...(limit !== undefined && { Limit: limit }),
    })

  return {
    async owed(communityId, limit) {
      const found = await first(limit, inBucket(owedBucket(communityId), limit, false))
      return found.map((row) => withoutIndexKeys(fromItem<StoredPetition>(row))!)
    },

    async recent(communityId, limit) {
      const found = await first(limit, ofCommunity(communityId, limit))
      return found.map((row) => fromItem<DeskCase>(row))
    },

    async search(communityId, query, limit) {
      const wanted = numberIn(query)
      const cases: DeskCase[] = []
      for await (const row of ofCommunity(communityId)) {
        const found = fromItem<DeskCase>(row)
        if (wanted === undefined ? !matches(found.title, query) : found.number !== wanted) continue
        if (cases.length === limit) return { cases, more: true }
        cases.push(found)
      }
      return { cases, more: false }
    },

    async undelivered(communityId, limit) {
      const found = await first(limit, inBucket(undeliveredBucket(communityId), limit, true))
      return found.map((row) => ({
        petitionId: row.pk!.S!.slice('PETITION#'.length),
        notice: fromItem<StoredNotice>(row),
      }))
    },
  }
}

/** `12` and `№ 12` ask for a registration number. */
function numberIn(query: string): number | undefined {
  const digits = /^\s*(?:№\s*)?(\d{1,9})\s*$/.exec(query)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

async function first(limit: number, rows: AsyncGenerator<Item>): Promise<Item[]> {
  const taken: Item[] = []
  for await (const row of rows) {
    taken.push(row)
    if (taken.length === limit) break
  }
  return taken
}
