import { ScanCommand } from '@aws-sdk/client-dynamodb'
import type { Table } from '../../functions/adapters/dynamodb/table'

/** Every row of a table as text, but those whose keys begin so; to tell whether anything was written. */
export async function rowsOf(
  { db, name: TableName }: Table,
  but: readonly { readonly pk: string; readonly sk?: string }[],
): Promise<string[]> {
  const rows: string[] = []
  let ExclusiveStartKey: Record<string, never> | undefined
  do {
    const page = await db.send(new ScanCommand({ TableName, ConsistentRead: true, ExclusiveStartKey }))
    for (const item of page.Items ?? []) {
      const [pk, sk] = [item.pk?.S ?? '', item.sk?.S ?? '']
      if (!but.some((one) => pk.startsWith(one.pk) && sk.startsWith(one.sk ?? '')))
        rows.push(JSON.stringify(item))
    }
    ExclusiveStartKey = page.LastEvaluatedKey as typeof ExclusiveStartKey
  } while (ExclusiveStartKey)
  return rows.sort()
}
