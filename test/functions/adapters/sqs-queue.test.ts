import { createHash } from 'node:crypto'
import { SQSClient } from '@aws-sdk/client-sqs'
import { afterEach, expect, test } from 'vitest'
import { sqsQueue } from '../../../functions/adapters/sqs-queue'
import { startStandIn } from '../../support/aws-stand-in'

interface Entry {
  readonly Id: string
  readonly MessageBody: string
}
const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const md5 = (text: string) => createHash('md5').update(text).digest('hex')
let stop: () => Promise<void> = async () => {}
afterEach(() => stop())

/** A queue that takes a message once `refusals` of it are over. */
async function queueThatRefuses(refusals: (body: string) => number) {
  const taken: string[] = []
  const sizes: number[] = []
  const attempts = new Map<string, number>()
  const take = (input: Record<string, unknown>) => {
    const entries = input.Entries as Entry[]
    sizes.push(entries.length)
    const refused = entries.filter(({ MessageBody }) => {
      const attempt = (attempts.get(MessageBody) ?? 0) + 1
      attempts.set(MessageBody, attempt)
      return attempt <= refusals(MessageBody)
    })
    const accepted = entries.filter((entry) => !refused.includes(entry))
    taken.push(...accepted.map((entry) => entry.MessageBody))
    return {
      body: {
        Successful: accepted.map(({ Id, MessageBody }) => ({
          Id,
          MessageId: Id,
          MD5OfMessageBody: md5(MessageBody),
        })),
        Failed: refused.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })),
      },
    }
  }
  const standIn = await startStandIn({ SendMessageBatch: take })
  stop = standIn.stop
  const client = new SQSClient({
    endpoint: standIn.endpoint,
    region: 'eu-central-1',
    credentials,
    md5: false,
  })
  return { queue: sqsQueue<number>(client, `${standIn.endpoint}/mail`), taken, sizes }
}

const numbers = Array.from({ length: 23 }, (_, index) => index)

test('messages go in tens, as JSON', async () => {
  const { queue, taken, sizes } = await queueThatRefuses(() => 0)
  await queue.send(numbers)
  expect([taken.map(Number), sizes]).toEqual([numbers, [10, 10, 3]])
  await queue.send([])
  expect(sizes).toHaveLength(3)
})

test('only what was refused is sent again', async () => {
  const { queue, taken, sizes } = await queueThatRefuses((body) => (body === '4' ? 2 : 0))
  await queue.send(numbers.slice(0, 6))
  expect(taken.map(Number).sort()).toEqual([0, 1, 2, 3, 4, 5])
  expect(sizes).toEqual([6, 1, 1])
})

test('a message that is never taken is an error', async () => {
  const { queue } = await queueThatRefuses((body) => (body === '4' ? 99 : 0))
  await expect(queue.send(numbers.slice(0, 6))).rejects.toThrow('did not take 1')
})
