import { describe, expect, test } from 'vitest'
import type { ObjectStore } from '../../../../functions/ports/object-store'

const text = (body: Uint8Array | undefined) => (body ? new TextDecoder().decode(body) : undefined)
const cached = { cacheSeconds: 15 }

/** What every implementation of the port must keep. `open` gives an empty store. */
export function objectStoreContract(open: () => Promise<ObjectStore>): void {
  describe('object store', () => {
    test('an object that is not there is undefined', async () => {
      const store = await open()
      expect(await store.get('a/index.html')).toBeUndefined()
      expect(await store.read('a/index.html')).toBeUndefined()
    })

    test('a body comes back as it was put, text or bytes', async () => {
      const store = await open()
      await store.put('text', 'Громада', cached)
      const bytes = Uint8Array.from({ length: 300 }, (_, n) => n % 256)
      await store.put('bytes', bytes, cached)
      expect(text(await store.get('text'))).toBe('Громада')
      expect(Uint8Array.from((await store.get('bytes'))!)).toEqual(bytes)
    })

    test('an empty body is a body', async () => {
      const store = await open()
      await store.put('empty', '', cached)
      expect((await store.get('empty'))?.length).toBe(0)
    })

    test('a key, its extension and keys under it stand side by side', async () => {
      const store = await open()
      const keys = ['a', 'a/b', 'a/b/c', 'a/index.html', 'a.html', 'api/v1/petitions/x/count']
      for (const key of keys) await store.put(key, `body of ${key}`, cached)
      for (const key of keys) expect(text(await store.get(key))).toBe(`body of ${key}`)
    })

    test('the tag changes with the body and stays with it', async () => {
      const store = await open()
      await store.put('k', 'one', cached)
      const first = (await store.read('k'))?.tag
      await store.put('k', 'two', cached)
      const second = (await store.read('k'))?.tag
      await store.put('k', 'one', cached)
      expect(second).not.toBe(first)
      expect((await store.read('k'))?.tag).toBe(first)
    })

    test('replace writes only over the tag it was given', async () => {
      const store = await open()
      expect(await store.replace('k', undefined, 'one', cached)).toBe(true)
      expect(await store.replace('k', undefined, 'two', cached)).toBe(false)
      const tag = (await store.read('k'))!.tag
      expect(await store.replace('k', tag, 'three', cached)).toBe(true)
      expect(await store.replace('k', tag, 'four', cached)).toBe(false)
      expect(text(await store.get('k'))).toBe('three')
    })

    test('of many who replace the same tag one wins', async () => {
      const store = await open()
      await store.put('k', 'start', cached)
      const tag = (await store.read('k'))!.tag
      const wins = await Promise.all(
        Array.from({ length: 20 }, (_, n) => store.replace('k', tag, `writer ${n}`, cached)),
      )
      expect(wins.filter(Boolean)).toHaveLength(1)
      expect(text(await store.get('k'))).toBe(`writer ${wins.indexOf(true)}`)
    })

    test('readers see a whole body, the old or the new', async () => {
      const store = await open()
      const bodies = ['a', 'b'].map((letter) => letter.repeat(200_000))
      await store.put('k', bodies[0]!, cached)
      const writing = (async () => {
        for (let n = 0; n < 20; n++) await store.put('k', bodies[n % 2]!, cached)
      })()
      for (let n = 0; n < 40; n++) expect(bodies).toContain(text(await store.get('k')))
      await writing
    })

    test('what is deleted is gone, and may be deleted again', async () => {
      const store = await open()
      await store.put('k', 'one', cached)
      await store.delete('k')
      await store.delete('k')
      expect(await store.get('k')).toBeUndefined()
    })
  })
}
