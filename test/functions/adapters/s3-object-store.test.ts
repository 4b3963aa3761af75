import { S3Client } from '@aws-sdk/client-s3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3ObjectStore } from '../../../functions/adapters/s3-object-store'
import { objectStoreContract } from '../../infra/local/contract/object-store'
import { startS3StandIn } from '../../support/s3-stand-in'

let s3: Awaited<ReturnType<typeof startS3StandIn>>
let client: S3Client
let buckets = 0
beforeAll(async () => {
  s3 = await startS3StandIn()
  client = new S3Client({
    endpoint: s3.endpoint,
    forcePathStyle: true,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
})
afterAll(async () => {
  client.destroy()
  await s3.stop()
})

objectStoreContract(async () => s3ObjectStore(client, `bucket-${buckets++}`))

test('objects say what they are and how long they may be kept', async () => {
  const store = s3ObjectStore(client, 'headers')
  await store.put('petitions/a/index.html', '<p>', { cacheSeconds: 60 })
  await store.replace('api/v1/petitions/a/count', undefined, '{}', { cacheSeconds: 15 })
  const headersOf = (key: string) => s3.objects.get(`/headers/${key}`)?.headers
  expect(headersOf('petitions/a/index.html')).toEqual({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'public, max-age=60',
  })
  expect(headersOf('api/v1/petitions/a/count')).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'public, max-age=15',
  })
})

test('an answer that is no answer of the store is an error, not an absent object', async () => {
  const broken = new S3Client({
    endpoint: 'http://127.0.0.1:9',
    region: 'eu-central-1',
    maxAttempts: 1,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  })
  await expect(s3ObjectStore(broken, 'none').get('k')).rejects.toThrow()
})
