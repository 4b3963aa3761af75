import { describe, expect, test } from 'vitest'
import { clientAddress, networkOf } from '../../../functions/http/client-address'

describe('CloudFront’s header carries a port', () => {
  test.each([
    ['198.51.100.10:46532', '198.51.100.10'],
    ['2001:0db8:85a3:0000:0000:8a2e:0370:7334:443', '2001:db8:85a3:0::/64'],
    ['2001:db8::1:443', '2001:db8:0:0::/64'],
  ])('%s', (value, expected) => expect(networkOf('CloudFront-Viewer-Address', value)).toBe(expected))
})

describe('a forwarded address does not', () => {
  test.each([
    ['198.51.100.10', '198.51.100.10'],
    ['198.51.100.10, 10.0.0.1', '198.51.100.10'],
    ['::ffff:198.51.100.10', '198.51.100.10'],
    ['2001:DB8:0:1:ffff::1', '2001:db8:0:1::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['nonsense', 'unknown'],
    ['', 'unknown'],
  ])('%s', (value, expected) => expect(networkOf('x-forwarded-for', value)).toBe(expected))
})

test('one subscriber is one network', () => {
  const networks = ['2001:db8::1', '2001:db8:0:0:1:2:3:4', '2001:0db8::'].map((value) =>
    networkOf('x', value),
  )
  expect(new Set(networks).size).toBe(1)
})

test('without the header nobody is told apart', () => {
  expect(clientAddress(new Request('https://petitions.example'), 'x-forwarded-for')).toBe('unknown')
})
