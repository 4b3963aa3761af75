import { GetItemCommand, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactTable } from '../../../functions/adapters/dynamodb/contacts'
import { erasureTable } from '../../../functions/adapters/dynamodb/erasures'
import { followerTable } from '../../../functions/adapters/dynamodb/followers'
import { keys, type Table, toItem } from '../../../functions/adapters/dynamodb/table'
import type { ErasureStore } from '../../../functions/ports/erasure-store'
import { annulmentKey, erasureKey } from '../../../shared/log/row-key'
import { type Dynamo, startDynamo } from '../../support/dynamodb'

let dynamo: Dynamo
let table: Table
let erasures: ErasureStore
beforeAll(async () => {
  dynamo = await startDynamo()
  table = { db: dynamo.client, name: dynamo.tableName }
  erasures = erasureTable(table)
})
afterAll(() => dynamo.stop())

const AT = '2031-03-03T00:00:00.000Z'
const LATER = '2031-03-04T00:00:00.000Z'
const personKey = (letter: string) => letter.repeat(43)

async function put(id: string, key: string, fields: object): Promise<void> {
  const Item = toItem({ ...keys.signature(id, key), ...fields })
  await table.db.send(new PutItemCommand({ TableName: table.name, Item }))
}

async function row(id: string, key: string) {
  const Key = toItem(keys.signature(id, key))
  return (await table.db.send(new GetItemCommand({ TableName: table.name, Key, ConsistentRead: true }))).Item
}

async function log(id: string, key: string, index: number): Promise<void> {
  await table.db.send(
    new UpdateItemCommand({
      TableName: table.name,
      Key: toItem(keys.signature(id, key)),
      UpdateExpression: 'SET #index = :index',
      ExpressionAttributeNames: { '#index': 'index' },
      ExpressionAttributeValues: toItem({ ':index': index }),
    }),
  )
}

test('what is kept are the signatures of lowest index, and those the log does not have', async () => {
  const id = 'kept'
  const letters = 'ABCDEFGHIJ'
  for (const [place, letter] of [...letters].entries()) await put(id, personKey(letter), { index: 9 - place })
  await put(id, personKey('x'), { surname: 'Коваль' })
  await put(id, personKey('y'), { quarantined: 'no-name' })
  await put(id, annulmentKey(3), { target: 3, index: 12 })
  await put(id, erasureKey(2), { target: 2 })
  const { placed, waiting, quarantined } = await erasures.kept(id, 3)
  expect(placed).toEqual([...'JIH'].map((letter, index) => ({ key: personKey(letter), index })))
  expect([waiting, quarantined]).toEqual([[personKey('x')], [personKey('y')]])
  expect((await erasures.kept(id, 100)).placed).toHaveLength(10)
  expect(await erasures.kept('nobody', 3)).toEqual({ placed: [], waiting: [], quarantined: [] })
})

test('an erasure is asked for once, and never after the row is gone', async () => {
  const id = 'asked'
  const signature = { key: personKey('A'), index: 7 }
  await put(id, signature.key, { index: 7, surname: 'Коваль' })
  await erasures.ask(id, signature, AT)
  await erasures.ask(id, signature, LATER)
  expect(await row(id, erasureKey(7))).toMatchObject({ target: { N: '7' }, at: { S: AT } })
  await log(id, erasureKey(7), 20)
  await erasures.erase(id, signature)
  await erasures.erase(id, signature)
  await erasures.ask(id, signature, LATER)
  expect([await row(id, signature.key), await row(id, erasureKey(7))]).toEqual([undefined, undefined])
})

test('a row with another place, or one that the log took up meanwhile, is left alone', async () => {
  const id = 'another'
  await put(id, personKey('A'), { index: 5 })
  await erasures.ask(id, { key: personKey('A'), index: 6 }, AT)
  await erasures.erase(id, { key: personKey('A'), index: 6 })
  await erasures.eraseQuarantined(id, personKey('A'))
  expect(await row(id, erasureKey(6))).toBeUndefined()
  expect(await row(id, personKey('A'))).toBeDefined()
  await put(id, personKey('B'), { quarantined: 'no-name' })
  await erasures.eraseQuarantined(id, personKey('B'))
  expect(await row(id, personKey('B'))).toBeUndefined()
})

test('what is left of erasures and addresses goes, so many at once; what the log has not taken stays', async () => {
  const id = 'rest'
  const contacts = contactTable(table)
  for (let index = 0; index < 5; index++) await contacts.put(id, index, 'sealed', '2040-01-01T00:00:00.000Z')
  const followers = followerTable(table)
  for (const key of ['a', 'b', 'c']) {
    await followers.put(id, { key, sealed: 'sealed', since: AT }, '2040-01-01T00:00:00.000Z')
  }
  for (const target of [0, 1, 2]) await put(id, erasureKey(target), { target, index: 10 + target })
  await put(id, erasureKey(3), { target: 3 })
  expect(await erasures.eraseRest(id, 4)).toBe(4)
  expect(await erasures.eraseRest(id, 4)).toBe(4)
  expect(await erasures.eraseRest(id, 4)).toBe(4)
  expect(await erasures.eraseRest(id, 4)).toBe(3)
  expect(await erasures.eraseRest(id, 4)).toBe(1)
  expect(await row(id, erasureKey(3))).toBeDefined()
  expect(await contacts.get(id, 0, AT)).toBeUndefined()
  expect((await followers.page(id, undefined, 10, AT)).items).toEqual([])
})
