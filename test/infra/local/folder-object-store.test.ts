import { randomUUID } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderObjectStore, isKey } from '../../../infra/local/folder-object-store'
import { objectStoreContract } from './contract/object-store'
import { temporaryFolder } from './temporary-folder'

objectStoreContract(async () => new FolderObjectStore(await temporaryFolder()))

test('how long an object may be cached is kept with it', async () => {
  const folder = await temporaryFolder()
  await new FolderObjectStore(folder).put('a/b', 'body', { cacheSeconds: 31_536_000 })
  expect((await new FolderObjectStore(folder).read('a/b'))?.cacheSeconds).toBe(31_536_000)
})

test('opened again, it keeps its objects and nothing that a killed process was still writing', async () => {
  const folder = await temporaryFolder()
  await (await FolderObjectStore.open(folder)).put('a/b', 'body', { cacheSeconds: 15 })
  await writeFile(join(folder, '.new', randomUUID()), '15\n[{"name":"Шевченко Оксана"')
  const again = await FolderObjectStore.open(folder)
  expect(await readdir(folder)).toEqual(['a'])
  expect(await again.get('a/b')).toEqual(Buffer.from('body'))
})

test.each([
  '',
  '/a',
  'a/',
  'a//b',
  '..',
  '../a',
  'a/../b',
  'a/.',
  'a\\b',
  'a\0b',
  'a~',
  'a%2e',
  'я',
])('no key leaves the folder or means two things: %j', async (key) => {
  expect(isKey(key)).toBe(false)
  const store = new FolderObjectStore(await temporaryFolder())
  await expect(store.get(key)).rejects.toThrow('not an object key')
  await expect(store.put(key, 'x', { cacheSeconds: 0 })).rejects.toThrow('not an object key')
})
