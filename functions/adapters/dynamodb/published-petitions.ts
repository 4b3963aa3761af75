import { QueryCommand } from '@aws-sdk/client-dynamodb'
import type { Petition } from '../../../shared/petition/petition'
import { topicOf } from '../../../shared/petition/topic'
import { DomainError } from '../../../shared/problem'
import { PetitionSearch, searchTerms } from '../../../shared/search/petition-search'
import type { Page, PetitionFilter } from '../../ports/petition-store'
import { PUBLISHED, type StoredPetition, withoutIndexKeys } from './petitions'
import { fromItem, keys, type Table, toItem } from './table'

/** Rows read in one request at most, so that a rare word cannot read the whole table. */
const SCAN_LIMIT = 1000

/**
 * Published petitions, newest first, that match a filter.
 * A page may hold fewer than `limit` items and still have a cursor: matching goes on from there.
 */
export async function queryPublished(table: Table, filter: PetitionFilter): Promise<Page<Petition>> {
  const items: Petition[] = []
  let position = filter.cursor === undefined ? undefined : readCursor(filter.cursor)
  for (let scanned = 0; scanned < SCAN_LIMIT; ) {
    const { Items = [], LastEvaluatedKey } = await table.db.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: 'published',
        KeyConditionExpression: 'publishedBucket = :bucket',
        ExpressionAttributeValues: toItem({ ':bucket': PUBLISHED }),
        ScanIndexForward: false,
        Limit: 100,
        ...(position && { ExclusiveStartKey: toItem(keyOf(position)) }),
      }),
    )
    const rows = Items.map((row) => withoutIndexKeys(fromItem<StoredPetition>(row))!)
    const chosen = chosenOf(rows, filter)
    for (const petition of rows) {
      position = { id: petition.id, publishedAt: petition.publishedAt! }
      if (chosen.has(petition.id)) items.push(petition)
      if (items.length === filter.limit) return { items, nextCursor: writeCursor(position) }
    }
    scanned += Items.length
    if (!LastEvaluatedKey) return { items }
  }
  return { items, ...(position && { nextCursor: writeCursor(position) }) }
}

/** Ids of the petitions that match; words are found as the site's own search finds them. */
function chosenOf(rows: readonly Petition[], filter: PetitionFilter): ReadonlySet<string> {
  const fitting = rows.filter((petition) => fits(petition, filter))
  if (filter.q === undefined || filter.q.trim() === '') return new Set(fitting.map(({ id }) => id))
  const search = new PetitionSearch()
  for (const petition of fitting) search.add(petition.id, searchTerms(petition))
  const { ids, partly } = search.find(filter.q)
  return new Set(partly ? [] : ids)
}

function fits(petition: Petition, filter: PetitionFilter): boolean {
  if (filter.communityId !== undefined && petition.communityId !== filter.communityId) return false
  if (filter.status !== undefined && petition.status !== filter.status) return false
  return filter.topic === undefined || topicOf(petition) === filter.topic
}

interface Position {
  readonly id: string
  readonly publishedAt: string
}

function keyOf(position: Position): object {
  return { ...keys.petition(position.id), publishedBucket: PUBLISHED, publishedAt: position.publishedAt }
}

function writeCursor(position: Position): string {
  return Buffer.from(`${position.publishedAt} ${position.id}`).toString('base64url')
}

/** A cursor only names a place in the public list, so a forged one shows nothing hidden. */
function readCursor(cursor: string): Position {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z) ([0-9a-z]{1,32})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  )
  if (!match) throw new DomainError('invalid-query', { fields: [{ field: 'cursor', code: 'invalid' }] })
  return { publishedAt: match[1]!, id: match[2]! }
}
