import { generateKeyPairSync } from 'node:crypto'
import { KMSClient } from '@aws-sdk/client-kms'
import { expect, onTestFinished, test } from 'vitest'
import { kmsLogKey, kmsLogSigner } from '../../../functions/adapters/kms-log-signer'
import { logSignerContract } from '../../infra/local/contract/log-signer'
import { ed25519Key, startStandIn } from '../../support/aws-stand-in'

type Operations = Parameters<typeof startStandIn>[0]

async function client(operations: Operations): Promise<KMSClient> {
  const { endpoint, stop } = await startStandIn(operations)
  onTestFinished(stop)
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' }
  return new KMSClient({ endpoint, region: 'eu-central-1', credentials })
}

logSignerContract(async () => kmsLogSigner(await client(ed25519Key('log')), 'log'))

test('the public key is asked for once a process', async () => {
  let calls = 0
  const { GetPublicKey } = ed25519Key('log')
  const kms = await client({
    GetPublicKey(input) {
      calls++
      return GetPublicKey(input)
    },
  })
  const key = kmsLogKey(kms, 'log')
  const asked = await Promise.all([key.publicKey(), key.publicKey()])
  expect(asked[0]).toEqual(asked[1])
  expect(calls).toBe(1)
})

test('a failure is not remembered', async () => {
  let failing = true
  const { GetPublicKey } = ed25519Key('log')
  const denied = { status: 400, body: { __type: 'AccessDeniedException' } }
  const kms = await client({ GetPublicKey: (input) => (failing ? denied : GetPublicKey(input)) })
  const key = kmsLogKey(kms, 'log')
  await expect(key.publicKey()).rejects.toThrow()
  failing = false
  expect(await key.publicKey()).toHaveLength(32)
})

test('a key of another kind is refused', async () => {
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const PublicKey = publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
  const kms = await client({ GetPublicKey: () => ({ body: { PublicKey } }) })
  await expect(kmsLogKey(kms, 'log').publicKey()).rejects.toThrow('not an Ed25519 key: ec')
})

test('an answer without a whole signature is an error', async () => {
  const Signature = Buffer.alloc(63).toString('base64')
  const kms = await client({ Sign: () => ({ body: { Signature } }) })
  await expect(kmsLogSigner(kms, 'log').sign(new Uint8Array(1))).rejects.toThrow('no 64-byte signature')
})
