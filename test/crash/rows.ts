import { type DynamoDBClient, paginateQuery } from '@aws-sdk/client-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'
import { keys } from '../../functions/adapters/dynamodb/table'
import { TABLE } from '../../infra/local/settings'
import { type EntryKind, kindOfKey } from '../../shared/log/row-key'
import type { PersonName } from '../../shared/signing/person-name'
import type { Violations } from './violations'

/** A row that becomes an entry of the log, as the table holds it. */
export interface Row extends Partial<PersonName> {
  readonly key: string
  readonly kind: EntryKind
  readonly index?: number
  readonly quarantined?: string
  readonly confirmedAt?: string
  readonly nameSalt?: Uint8Array
  readonly personSalt?: Uint8Array
  /** Of an annulment or erasure: index of the signature it is about, and when. */
  readonly target?: number
  readonly at?: string
  readonly ground?: string
  /** What a signature can be compared by, as it is kept. */
  readonly traits?: string
}

/** All rows of a petition, read strongly, by their place in the log; those without one last. */
export async function rowsOf(db: DynamoDBClient, petitionId: string): Promise<Row[]> {
  const rows: Row[] = []
  const query = {
    TableName: TABLE,
    ConsistentRead: true,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.signature(petitionId, '').pk } },
  }
  for await (const { Items = [] } of paginateQuery({ client: db }, query)) {
    for (const item of Items) {
      const row = unmarshall(item)
      rows.push({ ...row, key: row.sk, kind: kindOfKey(row.sk) })
    }
  }
  return rows.sort((a, b) => (a.index ?? Number.POSITIVE_INFINITY) - (b.index ?? Number.POSITIVE_INFINITY))
}

/** Each row has a place of its own, and the places are 0, 1, 2 … without a gap. */
export function checkPlaces(petitionId: string, rows: readonly Row[], violations: Violations): void {
  for (const row of rows.filter(({ quarantined }) => quarantined !== undefined)) {
    violations.add(`row ${row.key} of ${petitionId} is quarantined: ${row.quarantined}`)
  }
  const wrong = rows.findIndex(({ index }, place) => index !== place)
  violations.check(
    wrong < 0,
    () =>
      `rows of ${petitionId}: at place ${wrong} of ${rows.length} stands ${rows[wrong]?.key} with index ${rows[wrong]?.index}`,
  )
}

/** Signatures that count. */
export function standing(rows: readonly Row[]): number {
  const of = (kind: EntryKind) => rows.filter((row) => row.kind === kind).length
  return of('signature') - of('annulment')
}

/** The row whose entry first makes `threshold` signatures that stand (R7). */
export function decisiveRow(rows: readonly Row[], threshold: number): Row | undefined {
  let count = 0
  return rows.find(({ kind }) => {
    count += kind === 'signature' ? 1 : kind === 'annulment' ? -1 : 0
    return kind === 'signature' && count === threshold
  })
}
