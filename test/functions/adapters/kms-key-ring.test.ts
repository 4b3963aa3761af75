import { createHmac } from 'node:crypto'
import { KMSClient } from '@aws-sdk/client-kms'
import { afterEach, expect, test } from 'vitest'
import { kmsKeyRing } from '../../../functions/adapters/kms-key-ring'
import { generateMac, startStandIn } from '../../support/aws-stand-in'

const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
const root = new Uint8Array(32).fill(7)
let stop: () => Promise<void> = async () => {}
afterEach(() => stop())

async function ring(fail: () => boolean) {
  let calls = 0
  const mac = generateMac(root)
  const standIn = await startStandIn({
    GenerateMac(input) {
      calls++
      return fail() ? { status: 400, body: { __type: 'AccessDeniedException' } } : mac(input)
    },
  })
  stop = standIn.stop
  const kms = new KMSClient({ endpoint: standIn.endpoint, region: 'eu-central-1', credentials })
  return { keys: kmsKeyRing(kms, 'root'), calls: () => calls }
}

test('a key is the root’s HMAC over its label, asked for once', async () => {
  const { keys, calls } = await ring(() => false)
  const derived = await Promise.all([keys.derive('viche/token/v1'), keys.derive('viche/token/v1')])
  const expected = createHmac('sha256', root).update('viche/token/v1').digest('hex')
  for (const key of derived) expect(Buffer.from(key).toString('hex')).toBe(expected)
  expect(calls()).toBe(1)
  expect(await keys.derive('viche/draft/v1')).not.toEqual(derived[0])
})

test('a failure is not remembered', async () => {
  let failing = true
  const { keys } = await ring(() => failing)
  await expect(keys.derive('viche/token/v1')).rejects.toThrow()
  failing = false
  expect(await keys.derive('viche/token/v1')).toHaveLength(32)
})

test('every root of the list is asked for, the first is in force', async () => {
  const asked: string[] = []
  const mac = generateMac(root)
  const standIn = await startStandIn({
    GenerateMac(input) {
      const { KeyId } = input as { KeyId: string }
      asked.push(KeyId)
      return KeyId === 'old' ? mac(input) : generateMac(new Uint8Array(32).fill(8))(input)
    },
  })
  stop = standIn.stop
  const kms = new KMSClient({ endpoint: standIn.endpoint, region: 'eu-central-1', credentials })
  const keys = kmsKeyRing(kms, 'new,old')
  const [inForce, retired] = await keys.generations('viche/token/v1')
  expect(asked.sort()).toEqual(['new', 'old'])
  expect(await keys.derive('viche/token/v1')).toEqual(inForce?.key)
  expect(Buffer.from(retired!.key).toString('hex')).toBe(
    createHmac('sha256', root).update('viche/token/v1').digest('hex'),
  )
})
