import { paginateQuery, type QueryCommandInput } from '@aws-sdk/client-dynamodb'
import type { Item, Table } from './table'

/** Every row of a query, page after page. */
export async function queryAll(table: Table, query: Omit<QueryCommandInput, 'TableName'>): Promise<Item[]> {
  const rows: Item[] = []
  for await (const page of paginateQuery({ client: table.db }, { ...query, TableName: table.name })) {
    rows.push(...(page.Items ?? []))
  }
  return rows
}
