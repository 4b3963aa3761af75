import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceNotFoundException,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb'
import type { TableShape } from '../topology'

/**
 * Makes the topology's table where it is missing, and tells the address of its stream.
 * The database keeps stream and table through a restart.
 */
export async function ensureTable(db: DynamoDBClient, name: string, shape: TableShape): Promise<string> {
  const existing = await streamOf(db, name)
  if (existing) return existing
  await db.send(new CreateTableCommand(tableInput(name, shape)))
  await db.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: shape.timeToLive, Enabled: true },
    }),
  )
  const created = await streamOf(db, name)
  if (!created) throw new Error(`table ${name} has no stream`)
  return created
}

async function streamOf(db: DynamoDBClient, name: string): Promise<string | undefined> {
  try {
    const { Table } = await db.send(new DescribeTableCommand({ TableName: name }))
    return Table?.LatestStreamArn
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}

function tableInput(name: string, shape: TableShape): CreateTableCommandInput {
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: attributes(shape),
    KeySchema: keySchema(shape.key),
    GlobalSecondaryIndexes: shape.indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'ALL' },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: shape.stream },
  }
}

function attributes(shape: TableShape): AttributeDefinition[] {
  const names = [shape.key, ...shape.indexes].flatMap(({ partition, sort }) => [partition, sort])
  return [...new Set<string>(names)].map((name) => ({ AttributeName: name, AttributeType: 'S' }))
}

function keySchema({ partition, sort }: { partition: string; sort: string }): KeySchemaElement[] {
  return [
    { AttributeName: partition, KeyType: 'HASH' },
    { AttributeName: sort, KeyType: 'RANGE' },
  ]
}
