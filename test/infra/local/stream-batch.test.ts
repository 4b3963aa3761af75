import type { DynamoDBRecord } from 'aws-lambda'
import { expect, test } from 'vitest'
import { type BatchOptions, handleBatch } from '../../../infra/local/stream-batch'

const records = Array.from(
  { length: 8 },
  (_, n): DynamoDBRecord => ({ eventName: 'INSERT', dynamodb: { SequenceNumber: String(n) } }),
)

/** Runs the eight records through a handler and tells what it saw. */
async function run(
  answer: (sequence: string[], call: number) => string[],
  options: Partial<BatchOptions> = {},
) {
  const calls: string[] = []
  const aside: string[] = []
  let position = ''
  const signal = options.signal ?? new AbortController().signal
  await handleBatch(records, {
    name: 'test',
    maxRetries: 2,
    timeoutSeconds: 5,
    handled: async ({ dynamodb }) => {
      position = dynamodb?.SequenceNumber ?? ''
    },
    setAside: async ({ dynamodb }) => void aside.push(dynamodb?.SequenceNumber ?? ''),
    handler: async ({ Records }) => {
      const sequence = Records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '')
      calls.push(sequence.join(''))
      const failed = answer(sequence, calls.length)
      return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
    },
    signal,
    ...options,
  })
  return { calls, aside, position }
}

test('a batch without failures is handed over once', async () => {
  expect(await run(() => [])).toEqual({ calls: ['01234567'], aside: [], position: '7' })
})

test('it goes on from the lowest failed record, with all that follow', async () => {
  const { calls, position } = await run((_, call) => (call === 1 ? ['5', '3'] : []))
  expect(calls).toEqual(['01234567', '34567'])
  expect(position).toBe('7')
})

test('a record that fails to the last is set aside and the rest goes on', async () => {
  const { calls, aside, position } = await run((sequence) => (sequence.includes('2') ? ['2'] : []))
  expect(calls).toEqual(['01234567', '234567', '234567', '34567'])
  expect(aside).toEqual(['2'])
  expect(position).toBe('7')
})

test('of a batch whose handler throws only the record that causes it is set aside', async () => {
  const handled = new Set<string>()
  const { aside, position } = await run((sequence) => {
    if (sequence.includes('5')) throw new Error('cannot read')
    for (const one of sequence) handled.add(one)
    return []
  })
  expect(aside).toEqual(['5'])
  expect([...handled].sort().join('')).toBe('0123467')
  expect(position).toBe('7')
})

test('a passing trouble sets nothing aside', async () => {
  const { aside, position } = await run((_, call) => {
    if (call <= 5) throw new Error('no database')
    return []
  })
  expect(aside).toEqual([])
  expect(position).toBe('7')
})

test('an identifier of no record of the batch fails all of it', async () => {
  const { calls } = await run((_, call) => (call === 1 ? ['99'] : []))
  expect(calls[0]).toBe('01234567')
  expect(calls.slice(1).join('')).toBe('01234567')
})

test('a handler that takes too long has failed', async () => {
  let calls = 0
  const { aside } = await run(() => [], {
    timeoutSeconds: 0.05,
    handler: () => (calls++ === 0 ? new Promise(() => {}) : Promise.resolve({ batchItemFailures: [] })),
  })
  expect(calls).toBeGreaterThan(1)
  expect(aside).toEqual([])
})

test('told to end, it leaves the position at the last handled record', async () => {
  const abort = new AbortController()
  const { calls, position } = await run(
    () => {
      abort.abort()
      return ['4']
    },
    { signal: abort.signal },
  )
  expect(calls).toHaveLength(1)
  expect(position).toBe('3')
})
