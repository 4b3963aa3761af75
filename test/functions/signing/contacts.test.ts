import { afterAll, beforeAll, expect, test } from 'vitest'
import { contactTable } from '../../../functions/adapters/dynamodb/contacts'
import type { ContactStore } from '../../../functions/ports/contact-store'
import { openContact, sealContact } from '../../../functions/signing/contact-seal'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { memoryKeyRing } from '../../support/platform'

const NOW = '2026-03-10T12:00:00.000Z'
const END = '2029-03-10T12:00:00.000Z'
const keys = memoryKeyRing()
const contact = { petitionId: 'abc', index: 17, email: 'oksana@example.org', locale: 'uk' } as const

let dynamo: Dynamo
let contacts: ContactStore
beforeAll(async () => {
  dynamo = await startDynamo()
  contacts = contactTable({ db: dynamo.client, name: dynamo.tableName })
})
afterAll(() => dynamo.stop())

test('an address is sealed: only its own signature opens it, and only with the key', async () => {
  const sealed = await sealContact(keys, contact)
  expect(sealed).not.toContain('oksana')
  expect(await openContact(keys, sealed, contact)).toEqual(contact)
  await expect(openContact(keys, sealed, { petitionId: 'abc', index: 18 })).rejects.toThrow('another')
  await expect(openContact(keys, sealed, { petitionId: 'abd', index: 17 })).rejects.toThrow('another')
  await expect(openContact(memoryKeyRing(), sealed, contact)).rejects.toThrow()
  await expect(openContact(keys, `${sealed.slice(0, -6)}AAAAAA`, contact)).rejects.toThrow()
})

test('one is kept for a signature until it expires or is deleted', async () => {
  expect(await contacts.get('abc', 17, NOW)).toBeUndefined()
  await contacts.put('abc', 17, 'first', END)
  await contacts.put('abc', 17, 'second', END)
  await contacts.put('abc', 18, 'other', END)
  expect(await contacts.get('abc', 17, NOW)).toBe('second')
  expect(await contacts.get('abc', 17, END)).toBeUndefined()
  await contacts.delete('abc', 17)
  await contacts.delete('abc', 17)
  expect(await contacts.get('abc', 17, NOW)).toBeUndefined()
  expect(await contacts.get('abc', 18, NOW)).toBe('other')
})
