import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishLogKey, publishSiteKey } from '../../../functions/actions/publish-verifier-key'
import { signatureTable } from '../../../functions/adapters/dynamodb/signatures'
import { keys, toItem } from '../../../functions/adapters/dynamodb/table'
import { bundleKey, checkpointKey, verifierKeyKey } from '../../../shared/log/addresses'
import { parseNames } from '../../../shared/log/names'
import { annulmentKey } from '../../../shared/log/row-key'
import { petitionView } from '../../../shared/petition/view'
import { provenBy } from '../../support/receipt'
import { post, problem, signer, startWorld, type World } from './world'

let world: World
let app: ReturnType<World['api']>
beforeAll(async () => {
  world = await startWorld()
  app = world.api()
})
afterAll(() => world.dynamo.stop())

async function confirmed(petitionId: string, email: string): Promise<string> {
  const token = await world.signLink(petitionId, email)
  return (await (await post(app, '/api/v1/signatures/confirm', { token })).json()).id
}

const receipt = (id: string) => app.request(`/api/v1/signatures/${id}/receipt`)
const published = async (key: string) => new TextDecoder().decode(await world.objects.get(key))

async function verifierKeys(petitionId: string): Promise<string[]> {
  const petition = (await world.petitions.load(petitionId))!
  await publishSiteKey(world.platform, 'https://petitions.example')
  await publishLogKey(world.platform, petition)
  return Promise.all([published('log/verifier-key'), published(verifierKeyKey(petitionId))])
}

test('waits for the log, then is a file that proves the signature offline', async () => {
  const { id } = await world.collecting()
  const signature = await confirmed(id, 'oksana@example.org')
  const waiting = await receipt(signature)
  expect([waiting.status, await waiting.json()]).toEqual([202, { status: 'waiting' }])
  expect(waiting.headers.get('cache-control')).toBe('no-store')

  await world.sequence(id)
  const ready = await receipt(signature)
  expect(ready.status).toBe(200)
  expect(ready.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(ready.headers.get('content-disposition')).toBe(`attachment; filename="viche-${id}-0.tlog-proof"`)
  expect(ready.headers.get('viche-annulled')).toBeNull()
  const text = await ready.text()
  const proven = await provenBy(text, await verifierKeys(id))
  expect(proven).toMatchObject({ index: 0, size: 1, origin: `petitions.example/log/${id}` })
  expect(proven.entry).toMatch(/^viche\/signature\/v1\ntime 2026-03-02T09:00Z\n/)
  for (const secret of [signer.surname, 'oksana', signature.split('.')[1]!])
    expect(text).not.toContain(secret)
})

test('stands for each of many signatures, on both sides of a full tile', async () => {
  const { id } = await world.collecting()
  const first = await confirmed(id, 'first@example.org')
  await crowd(id, 256)
  await world.sequence(id)
  const last = await confirmed(id, 'last@example.org')
  await world.sequence(id)
  const keysOf = await verifierKeys(id)
  const proven = await Promise.all(
    [first, last].map(async (one) => provenBy(await (await receipt(one)).text(), keysOf)),
  )
  expect(proven.map(({ size }) => size)).toEqual([258, 258])
  expect(proven[1]!.index).toBe(257)
  const names = parseNames(await published(`log/${id}/names/1`))
  expect(names.map(({ index }) => index)).toEqual([256, 257])
})

test('waits while the published checkpoint is older than the signature', async () => {
  const { id } = await world.collecting()
  const early = await confirmed(id, 'early@example.org')
  await world.sequence(id)
  const before = await published(checkpointKey(id))
  const late = await confirmed(id, 'late@example.org')
  await world.sequence(id)
  await world.objects.put(checkpointKey(id), before, { cacheSeconds: 15 })
  expect((await receipt(late)).status).toBe(202)
  expect((await receipt(early)).status).toBe(200)
})

test('is not given out where the published log does not prove it', async () => {
  const { id } = await world.collecting()
  const signature = await confirmed(id, 'oksana@example.org')
  await world.sequence(id)
  const bundle = (await world.objects.get(bundleKey(id, 0, 1)))!
  const altered = bundle.slice()
  altered[altered.length - 2]! ^= 1
  await world.objects.put(bundleKey(id, 0, 1), altered, { cacheSeconds: 15 })
  const refused = await receipt(signature)
  expect([refused.status, (await problem(refused)).code]).toEqual([500, 'internal'])
})

test('of an annulled signature still verifies, and says so', async () => {
  const { id } = await world.collecting()
  const signature = await confirmed(id, 'oksana@example.org')
  await world.sequence(id)
  const row = { ...keys.signature(id, annulmentKey(0)), target: 0, ground: 'own-request' }
  const at = { at: world.clock.now(), action: 'a1' }
  await world.dynamo.client.send(
    new PutItemCommand({ TableName: world.dynamo.tableName, Item: toItem({ ...row, ...at }) }),
  )
  await world.sequence(id)
  const annulled = await receipt(signature)
  expect(annulled.headers.get('viche-annulled')).toBe('own-request')
  expect(await provenBy(await annulled.text(), await verifierKeys(id))).toMatchObject({ index: 0, size: 2 })
})

test('the key that checks a log is in the petition’s JSON', async () => {
  const { id } = await world.collecting()
  const { log } = petitionView.parse(await (await app.request(`/api/v1/petitions/${id}`)).json())
  expect(`${log?.verifierKey}\n`).toBe((await verifierKeys(id))[1])
})

/** So many others sign. */
async function crowd(petitionId: string, people: number): Promise<void> {
  const signatures = signatureTable({ db: world.dynamo.client, name: world.dynamo.tableName })
  const salt = new Uint8Array(32).fill(3)
  await Promise.all(
    Array.from({ length: people }, (_, number) =>
      signatures.add({
        petitionId,
        personKey: Buffer.from(String(number).padStart(32, '0')).toString('base64url'),
        person: signer,
        confirmedAt: world.clock.now(),
        nameSalt: salt,
        personSalt: salt,
        level: 'email',
      }),
    ),
  )
}
