import { randomBytes } from 'node:crypto'
import { PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { followPetition, isFollowing, unfollowPetition } from '../../../functions/actions/follow-petition'
import { renewPetitionKeys } from '../../../functions/actions/renew-petition-keys'
import { followerTable } from '../../../functions/adapters/dynamodb/followers'
import { petitionKeyTable } from '../../../functions/adapters/dynamodb/petition-keys'
import { keys as itemKeys, type Table, toItem } from '../../../functions/adapters/dynamodb/table'
import { systemRandom } from '../../../functions/adapters/system'
import type { KeyRing } from '../../../functions/ports/key-ring'
import { checkChallenge, issueChallenge } from '../../../functions/signing/challenge'
import { linkTokens } from '../../../functions/signing/link-token'
import { petitionKeySeal } from '../../../functions/signing/petition-key'
import { seal, unseal } from '../../../functions/signing/sealed'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { memoryKeyRing } from '../../support/platform'
import { publishedPetition } from '../../support/published-petition'

// A root of derived keys is replaced while links are in mailboxes, addresses in the table and petitions collect.

const NOW = '2026-03-10T12:00:00.000Z'
const END = '2026-03-13T12:00:00.000Z'
const [first, second] = [randomBytes(32), randomBytes(32)]
const before = memoryKeyRing(first)
const rotated = memoryKeyRing(second, first)
const after = memoryKeyRing(second)

let dynamo: Dynamo
let table: Table
beforeAll(async () => {
  dynamo = await startDynamo()
  table = { db: dynamo.client, name: dynamo.tableName }
})
afterAll(() => dynamo.stop())

test('a link from before opens until it expires; new ones are of the new root alone', async () => {
  const link = { purpose: 'author', petitionId: 'p', email: 'o@example.org' } as const
  const old = await linkTokens(before).seal(link, NOW, END)
  const tokens = linkTokens(rotated)
  expect(await tokens.open(old, NOW, 'author')).toEqual(link)
  await expect(tokens.open(old, END, 'author')).rejects.toMatchObject({ code: 'token-expired' })
  const fresh = await tokens.seal(link, NOW, END)
  expect(await linkTokens(after).open(fresh, NOW, 'author')).toEqual(link)
  await expect(linkTokens(before).open(fresh, NOW, 'author')).rejects.toMatchObject({ code: 'token-invalid' })
  await expect(linkTokens(after).open(old, NOW, 'author')).rejects.toMatchObject({ code: 'token-invalid' })
})

test('a proof of work that was begun before is taken, one of a root that has gone is not', async () => {
  const binding = { purpose: 'submit', email: 'o@example.org' } as const
  const calm = { petitionPerMinute: 100, networkPerTenMinutes: 100 }
  const work = { cost: 10, counter: 20, minimumSeconds: 0, hardest: 1, calm }
  const challenge = await issueChallenge(before, systemRandom, work, binding, 1, NOW)
  const solution = await solveChallenge({ challenge, deriveKey })
  const payload = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64')
  const answered = await checkChallenge(rotated, work, binding, payload, NOW)
  expect(answered.issuedAt).toBe(NOW)
  await expect(checkChallenge(after, work, binding, payload, NOW)).rejects.toMatchObject({
    code: 'challenge-failed',
  })
})

test('what lies sealed in the table opens as before', async () => {
  const old = await seal(before, 'viche/contact/v1', { email: 'o@example.org' })
  expect(await unseal(rotated, 'viche/contact/v1', old)).toEqual({ email: 'o@example.org' })
  await expect(unseal(rotated, 'viche/draft/v1', old)).rejects.toThrow()
  await expect(unseal(after, 'viche/contact/v1', old)).rejects.toThrow()
})

test('who follows a petition stays one follower, and can stop', async () => {
  await putPetition('followed', before)
  const petitions = {
    load: async () => ({ ...publishedPetition('followed', 10), keepUntil: '2029-05-01T20:59:59.999Z' }),
  }
  const deps = (keys: KeyRing) => ({
    keys,
    petitions,
    clock: { now: () => NOW },
    followers: followerTable(table),
    throttle: { count: async () => true, countOnce: async () => 'counted' as const },
  })
  const address = { petitionId: 'followed', email: 'o@example.org' }
  await followPetition(deps(before), address, 'uk')
  await followPetition(deps(rotated), address, 'uk')
  expect(await isFollowing(deps(rotated), address)).toBe(true)
  expect((await followerTable(table).page('followed', undefined, 10, NOW)).items).toHaveLength(1)
  await unfollowPetition(deps(rotated), address)
  expect(await isFollowing(deps(before), address)).toBe(false)
})

test('petitions’ keys stay the same and come under the new root, page by page, each once', async () => {
  const ids = Array.from({ length: 230 }, (_, n) => `many${String(n).padStart(3, '0')}`)
  const originals = new Map<string, Uint8Array>()
  for (const id of ids) originals.set(id, await putPetition(id, before))
  const deps = (keys: KeyRing) => ({
    keys,
    seal: petitionKeySeal(keys),
    petitionKeys: petitionKeyTable(table),
    communities: { communities: async () => [{ id: 'hromada' }, { id: 'kyiv' }] as never },
  })
  expect(await renewPetitionKeys(deps(before), () => true)).toEqual({ renewed: 0, done: true })

  let pages = 0
  const twoPages = await renewPetitionKeys(deps(rotated), () => pages++ < 2)
  expect(twoPages).toMatchObject({ done: false })
  const rest = await renewPetitionKeys(deps(rotated), () => true)
  expect(rest.done).toBe(true)
  expect(twoPages.renewed + rest.renewed).toBeGreaterThanOrEqual(ids.length)
  expect(await renewPetitionKeys(deps(rotated), () => true)).toEqual({ renewed: 0, done: true })

  for (const [id, sealed] of await sealedKeys()) {
    if (!originals.has(id)) continue
    expect(Buffer.from(await petitionKeySeal(after).open(id, sealed))).toEqual(originals.get(id))
    await expect(petitionKeySeal(after).open('other', sealed)).rejects.toThrow('another petition')
  }
})

test('the table alone never holds a petition’s key', async () => {
  const key = await putPetition('secret', before)
  const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: table.name }))
  expect(JSON.stringify(Items)).not.toContain(Buffer.from(key).toString('base64').slice(0, 20))
})

async function putPetition(id: string, keys: KeyRing): Promise<Uint8Array> {
  const key = randomBytes(32)
  const sealed = await petitionKeySeal(keys).seal(id, key)
  for (const item of [
    { ...itemKeys.petition(id), ...publishedPetition(id, 10) },
    { ...itemKeys.petitionKey(id), sealed },
  ]) {
    await dynamo.client.send(new PutItemCommand({ TableName: table.name, Item: toItem(item) }))
  }
  return key
}

async function sealedKeys(): Promise<[string, string][]> {
  const { Items = [] } = await dynamo.client.send(new ScanCommand({ TableName: table.name }))
  return Items.filter(({ sk }) => sk?.S === 'KEY').map((row) => [
    row.pk!.S!.replace('PETITION#', ''),
    row.sealed!.S!,
  ])
}
