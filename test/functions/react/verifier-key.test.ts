import { afterAll, beforeAll, expect, test } from 'vitest'
import { publishEverything } from '../../../functions/actions/publish-day'
import { sha256 } from '../../../functions/adapters/sha256'
import { parseVerifierKey } from '../../../shared/tlog/note'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { Site } from './site'

let dynamo: Dynamo
let site: Site
beforeAll(async () => {
  dynamo = await startDynamo()
  site = new Site({ db: dynamo.client, name: dynamo.tableName })
})
afterAll(() => dynamo.stop())

const read = async (key: string) => new TextDecoder().decode(await site.deps.objects.get(key))

test('the keys that check a log are published with the site and the petition, and stay', async () => {
  await site.react(await site.open())
  await site.submit('p1', 'Зупинка біля школи')
  await site.react(await site.publish('p1'))
  const keys = [await read('log/verifier-key'), await read('log/p1/verifier-key')]
  const [ofSite, ofLog] = keys.map((text) => parseVerifierKey(sha256, text))
  expect([ofSite?.name, ofLog?.name]).toEqual(['viche.example/log', 'viche.example/log/p1'])
  const publicKey = await site.deps.logSigner.publicKey()
  expect([ofSite?.publicKey, ofLog?.publicKey]).toEqual([publicKey, publicKey])
  expect(await read('petitions/p1/index.html')).toContain(keys[1]!.trim().split('+')[1])

  await publishEverything(site.deps)
  expect([await read('log/verifier-key'), await read('log/p1/verifier-key')]).toEqual(keys)
})

test('a petition that nobody has published has none', async () => {
  await site.react(await site.submit('p2', 'Зупинка біля лікарні'))
  expect(await site.deps.objects.get('log/p2/verifier-key')).toBeUndefined()
})
