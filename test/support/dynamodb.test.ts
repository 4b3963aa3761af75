import { DescribeTableCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, expect, test } from 'vitest'
import { type Dynamo, startDynamo } from './dynamodb'

let dynamo: Dynamo
afterAll(() => dynamo.stop())

test('the table of the topology stands, with its stream and indexes', async () => {
  dynamo = await startDynamo()
  const { Table } = await dynamo.client.send(new DescribeTableCommand({ TableName: dynamo.tableName }))
  expect(Table?.StreamSpecification?.StreamEnabled).toBe(true)
  expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual([
    'community',
    'desk',
    'due',
    'published',
  ])
})
