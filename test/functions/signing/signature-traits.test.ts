import { expect, test } from 'vitest'
import { signatureTraits } from '../../../functions/signing/signature-traits'
import { decodeTraits, encodeTraits, TRAIT_MARKS } from '../../../shared/signing/traits'

const key = new Uint8Array(32).fill(7)
const seen = { network: '192.0.2.7', email: 'oksana@example.org', marks: [] }

test('signatures of one petition can be compared by address, network and domain', () => {
  const one = signatureTraits(key, seen)
  const neighbour = signatureTraits(key, { ...seen, network: '192.0.2.8', email: 'taras@example.org' })
  expect(neighbour).toMatchObject({ network: one.network, domain: one.domain })
  expect(neighbour.address).not.toBe(one.address)
  const six = (network: string) => signatureTraits(key, { ...seen, network })
  expect(six('2001:db8:1:1::/64').network).toBe(six('2001:db8:1:2::/64').network)
  expect(six('2001:db8:1:1::/64').network).not.toBe(six('2001:db8:2:1::/64').network)
})

test('another petition’s have nothing in common with them', () => {
  const [one, other] = [signatureTraits(key, seen), signatureTraits(new Uint8Array(32), seen)]
  for (const kind of ['address', 'network', 'domain'] as const) expect(other[kind]).not.toBe(one[kind])
})

test('are written shortly and read as they were; what was not written so is none', () => {
  for (const marks of [[], ['fast'], TRAIT_MARKS] as const) {
    const traits = signatureTraits(key, { ...seen, marks })
    const written = encodeTraits(traits)
    expect(written.length).toBeLessThanOrEqual(42)
    expect(decodeTraits(written)).toEqual(traits)
  }
  for (const wrong of [undefined, '', 'a.b.c', 'x'.repeat(35)]) expect(decodeTraits(wrong)).toBeUndefined()
})
