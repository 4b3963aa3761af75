import { expect, test } from 'vitest'
import { addressMeter, ipMeter, petitionMeter, secondsLeft } from '../../../functions/signing/meters'

const key = new Uint8Array(32)
const now = '2026-03-02T09:10:11.000Z'

test('stretches and what is left of them', () => {
  expect(addressMeter(key, 'p', 'a@example.org', now, 5).window).toBe('2026-03-02T00:00:00.000Z')
  const ip = ipMeter(key, '192.0.2.1', now, 5)
  expect([ip.window, secondsLeft(ip, now)]).toEqual(['2026-03-02T09:00:00.000Z', 3600 - 611])
  expect(petitionMeter(key, 'p', now, 5, 0).window).toBe('2026-03-02T09:10:00.000Z')
})

test('hashes tell nothing and do not run into each other', () => {
  const hash = (about: string, email: string) => addressMeter(key, about, email, now, 5).hash
  expect(hash('p', 'a@example.org')).not.toContain('example')
  expect(hash('pa', '@example.org')).not.toBe(hash('p', 'a@example.org'))
  expect(addressMeter(new Uint8Array(32).fill(1), 'p', 'a', now, 5).hash).not.toBe(hash('p', 'a'))
})

test('a petition’s minute is spread over counters whose limits add up', () => {
  for (const limit of [1, 3, 600, 601, 12_000]) {
    const shards = new Map<string, number>()
    for (let random = 0; random < 1000; random++) {
      const meter = petitionMeter(key, 'p', now, limit, random)
      shards.set(meter.hash, meter.limit)
    }
    expect([...shards.values()].reduce((sum, share) => sum + share, 0)).toBe(limit)
    expect(Math.max(...shards.values())).toBeLessThanOrEqual(600)
  }
})
