import { BatchGetItemCommand, type KeysAndAttributes } from '@aws-sdk/client-dynamodb'
import { chunksOf, inParallel } from '../../in-parallel'
import { type Item, type Table, toItem } from './table'

/** The most that one BatchGetItem takes. */
const READ_AT_ONCE = 100

/** Items that are there of those with these keys, read strongly consistent, in no promised order. */
export async function getAll(
  table: Table,
  keys: readonly { readonly pk: string; readonly sk: string }[],
  batchesAtOnce = 8,
): Promise<Item[]> {
  const found: Item[] = []
  await inParallel(chunksOf(keys, READ_AT_ONCE), batchesAtOnce, async (chunk) => {
    const Keys = chunk.map(toItem)
    found.push(...(await batchGet(table, Keys)))
  })
  return found
}

/** All of a batch: what the table leaves over for want of throughput is asked for again, ever more slowly. */
async function batchGet({ db, name }: Table, Keys: Item[]): Promise<Item[]> {
  const found: Item[] = []
  let left: Record<string, KeysAndAttributes> = { [name]: { Keys, ConsistentRead: true } }
  for (let pause = 20; ; pause = Math.min(pause * 2, 1000)) {
    const { Responses, UnprocessedKeys = {} } = await db.send(new BatchGetItemCommand({ RequestItems: left }))
    found.push(...(Responses?.[name] ?? []))
    if (Object.keys(UnprocessedKeys).length === 0) return found
    left = UnprocessedKeys
    await new Promise((resume) => setTimeout(resume, pause))
  }
}
