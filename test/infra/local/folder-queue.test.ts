import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FolderQueue } from '../../../infra/local/folder-queue'
import { QueuePoller } from '../../../infra/local/queue-poller'
import { queueContract, type TestQueue } from './contract/queue'
import { temporaryFolder } from './temporary-folder'

const shape = { maxReceives: 3, visibilitySeconds: 60, retentionDays: 4 }

async function open(folder?: string) {
  const root = folder ?? (await temporaryFolder())
  return FolderQueue.open<{ n: number }>(join(root, 'queue'), join(root, 'dead'), shape)
}

queueContract(async (): Promise<TestQueue> => {
  const root = await temporaryFolder()
  const queue = await open(root)
  return {
    queue,
    maxReceives: shape.maxReceives,
    consume: (handle) => {
      const poller = consumer(queue, handle)
      onTestFinished(() => poller.stop())
      return poller
    },
    deadLetters: async () => {
      const files = await readdir(join(root, 'dead'))
      return Promise.all(
        files.map(async (name) => JSON.parse(await readFile(join(root, 'dead', name), 'utf8'))),
      )
    },
  }
})

function consumer(queue: FolderQueue<{ n: number }>, handle: (message: { n: number }) => Promise<void>) {
  return new QueuePoller({
    name: 'test',
    queue,
    batchSize: 10,
    concurrency: 3,
    timeoutSeconds: 5,
    handler: async ({ Records }) => {
      const outcomes = await Promise.allSettled(Records.map(({ body }) => handle(JSON.parse(body))))
      const failed = Records.filter((_, n) => outcomes[n]?.status === 'rejected')
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) }
    },
  })
}

test('messages outlive the process', async () => {
  const root = await temporaryFolder()
  await (await open(root)).send([{ n: 1 }, { n: 2 }])
  const again = await open(root)
  expect(again.size).toBe(2)
  expect((await again.receive(10, 0)).map(({ message }) => message.n).sort()).toEqual([1, 2])
})

test('a received message is hidden for the visibility, then comes again', async () => {
  const queue = await open()
  await queue.send([{ n: 1 }])
  expect(await queue.receive(10, 0)).toHaveLength(1)
  expect(await queue.receive(10, 59_999)).toHaveLength(0)
  expect((await queue.receive(10, 60_000))[0]?.receives).toBe(2)
})

test('failures come again after half a second, then three times as long', async () => {
  const queue = await open()
  await queue.send([{ n: 1 }])
  const [first] = await queue.receive(1, 0)
  await queue.failed(first!.id, 1000)
  expect(await queue.receive(1, 1499)).toHaveLength(0)
  expect(await queue.receive(1, 1500)).toHaveLength(1)
  await queue.failed(first!.id, 2000)
  expect(await queue.receive(1, 3499)).toHaveLength(0)
  expect(await queue.receive(1, 3500)).toHaveLength(1)
})

test('a message whose receiver died each time is set aside', async () => {
  const root = await temporaryFolder()
  await (await open(root)).send([{ n: 1 }])
  for (let run = 0; run < shape.maxReceives; run++) {
    expect(await (await open(root)).receive(1, 0)).toHaveLength(1)
  }
  const last = await open(root)
  expect(await last.receive(1, 0)).toHaveLength(0)
  expect(last.size).toBe(0)
  expect(await readdir(join(root, 'dead'))).toHaveLength(1)
})

test('a file that cannot be read is set aside and blocks nobody', async () => {
  const root = await temporaryFolder()
  await open(root)
  await writeFile(join(root, 'queue', '1-damaged.0'), '{"n":')
  const queue = await open(root)
  await queue.send([{ n: 2 }])
  expect((await queue.receive(10, 0)).map(({ message }) => message.n)).toEqual([2])
  expect(await readdir(join(root, 'dead'))).toHaveLength(1)
})

test('a handler that throws has failed its whole batch', async () => {
  const queue = await open()
  let calls = 0
  const poller = new QueuePoller({
    name: 'test',
    queue,
    batchSize: 10,
    concurrency: 1,
    timeoutSeconds: 5,
    handler: async () => {
      if (calls++ === 0) throw new Error('out of order')
      return { batchItemFailures: [] }
    },
  })
  onTestFinished(() => poller.stop())
  await queue.send([{ n: 1 }, { n: 2 }])
  await expect.poll(() => queue.size, { timeout: 5000 }).toBe(0)
  expect(calls).toBeGreaterThan(1)
})

test('twenty thousand messages pass in seconds', async () => {
  const queue = await open()
  const seen = new Set<number>()
  const poller = consumer(queue, async ({ n }) => void seen.add(n))
  onTestFinished(() => poller.stop())
  for (let n = 0; n < 20_000; n += 200) {
    await queue.send(Array.from({ length: 200 }, (_, i) => ({ n: n + i })))
  }
  await expect.poll(() => queue.size, { timeout: 15_000 }).toBe(0)
  expect(seen.size).toBe(20_000)
})
