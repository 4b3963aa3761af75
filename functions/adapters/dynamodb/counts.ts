import { BatchGetItemCommand } from '@aws-sdk/client-dynamodb'
import type { Count, CountReader } from '../../ports/count-reader'
import { type Item, keys, type Table, toItem } from './table'

/** The most that one batch reads. */
const BATCH = 100

/** Counts from the state rows of the petitions' logs. */
export function countTable({ db, name }: Table): CountReader {
  return {
    async counts(petitionIds) {
      const counts = new Map<string, Count>()
      const wanted = [...new Set(petitionIds)].map((id) => toItem(keys.log(id)))
      while (wanted.length > 0) {
        const Keys = wanted.splice(0, BATCH)
        const { Responses, UnprocessedKeys } = await db.send(
          new BatchGetItemCommand({ RequestItems: { [name]: { Keys } } }),
        )
        for (const row of Responses?.[name] ?? []) counts.set(petitionIdOf(row), countOf(row))
        wanted.push(...(UnprocessedKeys?.[name]?.Keys ?? []))
      }
      return counts
    },
  }
}

function petitionIdOf(row: Item): string {
  return row.pk?.S?.slice(keys.log('').pk.length) ?? ''
}

function countOf(row: Item): Count {
  const [count, size] = [Number(row.count?.N ?? 0), Number(row.applied?.N ?? 0)]
  const updatedAt = row.updatedAt?.S
  return updatedAt === undefined ? { count, size } : { count, size, updatedAt }
}
