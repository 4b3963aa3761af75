import { describe, expect, test } from 'vitest'
import { isPublicAddress } from '../../../shared/systems/public-address'
import { addressFlaw } from '../../../shared/systems/receiver-address'

describe('an address to which news may be sent', () => {
  test.each([
    'https://ngo.example.org/hooks/viche?x=1',
    'https://ngo.example.org:8443/',
    'https://приклад.укр/новини',
  ])('may be %s', (url) => expect(addressFlaw(url, false)).toBeUndefined())

  test.each([
    ['http://ngo.example.org/', 'receiver-not-https'],
    ['ftp://ngo.example.org/', 'receiver-not-https'],
    ['file:///etc/passwd', 'receiver-not-https'],
    ['javascript:alert(1)', 'receiver-not-https'],
    ['https://user:secret@ngo.example.org/', 'receiver-userinfo'],
    ['https://ngo.example.org@169.254.169.254/', 'receiver-userinfo'],
    ['https://ngo.example.org:22/', 'receiver-port'],
    ['https://ngo.example.org:80/', 'receiver-port'],
    ['https://localhost/', 'receiver-not-named'],
    ['https://localhost./', 'receiver-not-named'],
    ['https://LOCALHOST/', 'receiver-not-named'],
    ['https://viche.localhost/', 'receiver-not-named'],
    ['https://metadata/', 'receiver-not-named'],
    ['https://127.0.0.1/', 'receiver-not-named'],
    ['https://127.0.0.1./', 'receiver-not-named'],
    ['https://2130706433/', 'receiver-not-named'],
    ['https://0x7f000001/', 'receiver-not-named'],
    ['https://0177.0.0.1/', 'receiver-not-named'],
    ['https://0x7f.1/', 'receiver-not-named'],
    ['https://127.1/', 'receiver-not-named'],
    ['https://１２７.０.０.１/', 'receiver-not-named'],
    ['https://8.8.8.8/', 'receiver-not-named'],
    ['https://[::1]/', 'receiver-not-named'],
    ['https://[::ffff:169.254.169.254]/', 'receiver-not-named'],
    ['https://[fd00:ec2::254]/', 'receiver-not-named'],
    ['ngo.example.org', 'wrong-receiver-url'],
    ['', 'wrong-receiver-url'],
    [`https://ngo.example.org/${'x'.repeat(1000)}`, 'wrong-receiver-url'],
  ])('is not %s', (url, flaw) => expect(addressFlaw(url, false)).toBe(flaw))

  test('is one of this machine only where the installation is on it', () => {
    expect(addressFlaw('http://localhost:8080/hook', true)).toBeUndefined()
    expect(addressFlaw('http://127.0.0.1:8080/', true)).toBe('receiver-not-https')
    expect(addressFlaw('http://ngo.example.org/', true)).toBe('receiver-not-https')
    expect(addressFlaw('http://x:y@localhost:8080/', true)).toBe('receiver-userinfo')
  })
})

describe('the public internet', () => {
  test.each(['8.8.8.8', '193.0.6.139', '2a00:1450:4001::1', '2606:4700::1111'])('has %s', (address) =>
    expect(isPublicAddress(address)).toBe(true))

  test.each([
    ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254'],
    ...['169.254.169.254', '172.16.0.1', '172.31.255.255', '192.0.0.192', '192.0.2.1', '192.168.1.1'],
    ...['198.18.0.1', '198.51.100.1', '203.0.113.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
    ...['::', '::1', '::127.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::169.254.169.254'],
    ...['64:ff9b:1::1', '100::1', '2001::1', '2001:db8::1', '2002:7f00:1::', 'fc00::1', 'fd00:ec2::254'],
    ...['fe80::1', 'fec0::1', 'ff02::1', '4000::1', 'localhost', '', '8.8.8.8.8', 'fe80::1%eth0'],
  ])('has not %s', (address) => expect(isPublicAddress(address)).toBe(false))
})
