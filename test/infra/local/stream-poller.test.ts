import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DeleteItemCommand, DescribeTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams'
import type { DynamoDBRecord } from 'aws-lambda'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { StreamPoller, type StreamPollerOptions } from '../../../infra/local/stream-poller'
import { StreamReader } from '../../../infra/local/stream-reader'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { temporaryFolder } from './temporary-folder'

let dynamo: Dynamo
let streams: DynamoDBStreamsClient

beforeAll(async () => {
  dynamo = await startDynamo()
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  streams = new DynamoDBStreamsClient({ endpoint: dynamo.endpoint, region: 'eu-central-1', credentials })
})
afterAll(() => dynamo.stop())

let tables = 0

/** A new table and a way to follow its stream. */
async function newTable() {
  const name = `stream-${++tables}`
  await dynamo.table(name)
  const { Table } = await dynamo.client.send(new DescribeTableCommand({ TableName: name }))
  const streamArn = Table!.LatestStreamArn!
  const folder = await temporaryFolder()
  const put = (pk: string, sk: string, note = '') =>
    dynamo.client.send(
      new PutItemCommand({ TableName: name, Item: { pk: { S: pk }, sk: { S: sk }, note: { S: note } } }),
    )
  const remove = (pk: string, sk: string) =>
    dynamo.client.send(new DeleteItemCommand({ TableName: name, Key: { pk: { S: pk }, sk: { S: sk } } }))
  const follow = async (
    handler: (records: DynamoDBRecord[]) => Promise<string[] | undefined> | string[] | undefined,
    trigger: Partial<StreamPollerOptions['trigger']> = {},
  ) => {
    const poller = new StreamPoller({
      name: 'test',
      timeoutSeconds: 5,
      reader: await StreamReader.open(streams, streamArn, join(folder, 'position.json')),
      streamArn,
      deadLetters: join(folder, 'dead'),
      trigger: {
        kind: 'stream',
        batchSize: 100,
        windowSeconds: 1,
        filters: [{ events: ['INSERT'], pk: { prefix: 'A#' } }],
        maxRetries: 2,
        ...trigger,
      },
      handler: async ({ Records }) => {
        const failed = (await handler(Records)) ?? []
        return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
      },
    })
    onTestFinished(() => poller.stop())
    return poller
  }
  return { put, remove, follow, folder }
}

const nameOf = ({ dynamodb }: DynamoDBRecord) => `${dynamodb?.Keys?.pk?.S}/${dynamodb?.Keys?.sk?.S}`

test('it reads from the oldest record and follows new ones within a fraction of a second', async () => {
  const { put, follow } = await newTable()
  await put('A#1', 'x')
  const seen: string[] = []
  await follow((records) => void seen.push(...records.map(nameOf)))
  await expect.poll(() => seen).toEqual(['A#1/x'])
  await put('A#2', 'y')
  await expect.poll(() => seen, { timeout: 600, interval: 20 }).toEqual(['A#1/x', 'A#2/y'])
})

test('only records that a filter takes arrive', async () => {
  const { put, remove, follow } = await newTable()
  await put('A#1', 'x')
  await put('A#1', 'x', 'changed')
  await put('B#1', 'NOTICE#1')
  await put('B#1', 'EVENT#1')
  await put('C#1', 'x')
  await remove('A#1', 'x')
  const seen: string[] = []
  const poller = await follow(
    (records) => void seen.push(...records.map((r) => `${r.eventName} ${nameOf(r)}`)),
    {
      filters: [
        { events: ['INSERT', 'REMOVE'], pk: { prefix: 'A#' } },
        { events: ['INSERT'], pk: { prefix: 'B#' }, sk: { prefix: 'NOTICE#' } },
      ],
    },
  )
  await poller.caughtUp()
  expect(seen).toEqual(['INSERT A#1/x', 'INSERT B#1/NOTICE#1', 'REMOVE A#1/x'])
})

test('a batch holds no more records than the trigger says', async () => {
  const { put, follow } = await newTable()
  for (let n = 0; n < 10; n++) await put(`A#${n}`, 'x')
  const sizes: number[] = []
  const poller = await follow((records) => void sizes.push(records.length), { batchSize: 4 })
  await poller.caughtUp()
  expect(sizes).toEqual([4, 4, 2])
})

test('a poisoned record lands in the dead-letter folder and the rest goes on', async () => {
  const { put, follow, folder } = await newTable()
  for (const sk of ['1', '2', '3']) await put('A#1', sk)
  const seen: string[] = []
  const poller = await follow((records) => {
    const bad = records.find((record) => nameOf(record) === 'A#1/2')
    if (bad) return [bad.dynamodb!.SequenceNumber!]
    seen.push(...records.map(nameOf))
    return []
  })
  await poller.caughtUp()
  expect(seen).toEqual(['A#1/3'])
  expect(await readdir(join(folder, 'dead'))).toHaveLength(1)
})

test('a poller opened anew goes on where the last one had handled everything', async () => {
  const { put, follow } = await newTable()
  await put('A#1', 'x')
  const first = await follow(() => [])
  await first.caughtUp()
  await first.stop()
  await put('A#2', 'x')
  const seen: string[] = []
  const second = await follow((records) => void seen.push(...records.map(nameOf)))
  await second.caughtUp()
  expect(seen).toEqual(['A#2/x'])
})

test('a batch whose handler never answered comes again to the next poller', async () => {
  const { put, follow } = await newTable()
  await put('A#1', 'x')
  const begun = Promise.withResolvers<void>()
  const hanging = await follow(() => {
    begun.resolve()
    return new Promise(() => {})
  })
  await begun.promise
  void hanging.stop()
  const seen: string[] = []
  const second = await follow((records) => void seen.push(...records.map(nameOf)))
  await second.caughtUp()
  expect(seen).toEqual(['A#1/x'])
})

test('bytes and times arrive as Lambda gives them', async () => {
  const { put, follow } = await newTable()
  await put('A#1', 'x')
  const seen: DynamoDBRecord[] = []
  const poller = await follow((records) => void seen.push(...records))
  await poller.caughtUp()
  expect(seen[0]?.dynamodb?.Keys).toEqual({ pk: { S: 'A#1' }, sk: { S: 'x' } })
  expect(seen[0]?.dynamodb?.SequenceNumber).toMatch(/^\d+$/)
  expect(Math.abs(seen[0]!.dynamodb!.ApproximateCreationDateTime! - Date.now() / 1000)).toBeLessThan(120)
})
