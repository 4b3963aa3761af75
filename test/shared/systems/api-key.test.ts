import { randomBytes } from 'node:crypto'
import { crc32 } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ApiKey, replaced, stateOf, useIsNews, works } from '../../../shared/systems/api-key'
import { idOfKey, KEY_BYTES, newKey } from '../../../shared/systems/key-text'

describe('the text of a key', () => {
  test('is known as one by its form and checksum, and a slip of one letter is noticed', () => {
    const letters = 'abcdefghijkmnpqrstuvwxyz23456789'
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: KEY_BYTES, maxLength: KEY_BYTES }),
        fc.nat(46),
        fc.integer({ min: 1, max: 31 }),
        (random, at, by) => {
          const { id, text } = newKey(random)
          expect(idOfKey(text)).toBe(id)
          const place = 'viche_'.length + at
          const letter = letters.indexOf(text[place]!)
          if (letter < 0) return
          const slip = text.slice(0, place) + letters[(letter + by) % 32] + text.slice(place + 1)
          expect(idOfKey(slip)).toBeUndefined()
        },
      ),
    )
  })

  test('ends with the CRC-32 that every language has, five bits a letter', () => {
    const { text } = newKey(randomBytes(KEY_BYTES))
    const bits = crc32(text.slice(0, -7)).toString(2).padStart(32, '0').padEnd(35, '0')
    const letters = bits
      .match(/.{5}/g)!
      .map((five) => 'abcdefghijkmnpqrstuvwxyz23456789'[Number.parseInt(five, 2)])
    expect(text.slice(-7)).toBe(letters.join(''))
  })

  test.each([
    '',
    'viche_',
    'viche_abcdefgh_',
    `viche_${'a'.repeat(8)}_${'a'.repeat(39)}`,
    'Bearer x',
  ])('%j is none', (text) => expect(idOfKey(text)).toBeUndefined())
})

describe('a key', () => {
  const key: ApiKey = {
    id: 'abcdefgh',
    place: 'host:dbaiemo',
    name: 'Сайт',
    scopes: ['petitions:read'],
    hash: '',
    days: 30,
    createdAt: '2026-03-02T09:00:00.000Z',
    by: { id: 'x', name: 'x' },
    endsAt: '2026-04-01T09:00:00.000Z',
  }

  test('works until its end, and not from then on', () => {
    expect(works(key, '2026-04-01T08:59:59.999Z')).toBe(true)
    expect(stateOf(key, key.endsAt)).toBe('ended')
    expect(works({ ...key, revokedAt: key.createdAt }, key.createdAt)).toBe(false)
  })

  test('that is replaced works for a week more, never longer than it would have', () => {
    const old = replaced(key, 'other', '2026-03-10T09:00:00.000Z')
    expect(old.endsAt).toBe('2026-03-17T09:00:00.000Z')
    expect(stateOf(old, '2026-03-17T08:59:59.999Z')).toBe('ending')
    expect(works(old, old.endsAt)).toBe(false)
    expect(replaced(key, 'other', '2026-03-31T09:00:00.000Z').endsAt).toBe(key.endsAt)
  })

  test('has its use written at most once an hour', () => {
    const used = { lastUsedAt: '2026-03-02T09:00:00.000Z' }
    expect(useIsNews({}, key.createdAt)).toBe(true)
    expect(useIsNews(used, '2026-03-02T09:59:59.999Z')).toBe(false)
    expect(useIsNews(used, '2026-03-02T10:00:00.000Z')).toBe(true)
  })
})
