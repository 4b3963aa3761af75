import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { timeStampRequest } from '../../../shared/timestamp/request'
import { parseRoots } from '../../../shared/timestamp/roots'
import { type Expected, verifyTimeStamp } from '../../../shared/timestamp/verify'
import { type Credentials, OpensslAuthority } from '../../support/openssl-authority'

const FOR_STAMPS = 'extendedKeyUsage=critical,timeStamping'
const data = new TextEncoder().encode('viche.example/log/1\n7\nroot\n')
const nonce = randomBytes(16)

let openssl: OpensslAuthority
let root: Credentials
let authority: Credentials
let request: Uint8Array

beforeAll(async () => {
  openssl = new OpensslAuthority()
  root = openssl.root('Root')
  authority = openssl.issue(root, '/O=Stampers/CN=Stamping Authority', FOR_STAMPS)
  request = await timeStampRequest(data, nonce)
})

afterAll(() => openssl.remove())

const roots = (...of: Credentials[]) => parseRoots(of.map((one) => openssl.pem(one)).join('\n'))
const verify = (response: Uint8Array, expected: Partial<Expected> = {}) =>
  verifyTimeStamp(response, { data, nonce, roots: roots(root), ...expected })

describe('a stamp by openssl', () => {
  test('tells its time and its authority', async () => {
    const before = Date.now()
    const stamp = await verify(openssl.reply(request, authority))
    expect(stamp).toEqual({ genTime: expect.any(String), authority: 'Stamping Authority' })
    const { genTime } = stamp as { genTime: string }
    expect(Math.abs(Date.parse(genTime) - before)).toBeLessThan(5_000)
  })

  test('holds for who does not know the request any more', async () => {
    const stamp = await verifyTimeStamp(openssl.reply(request, authority), { data, roots: roots(root) })
    expect(stamp).toMatchObject({ authority: 'Stamping Authority' })
  })

  test('may be of RSA keys, and lead to the root through another authority', async () => {
    const rsa = openssl.root('RSA Root', 'rsa')
    const extensions = 'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign'
    const between = openssl.issue(rsa, '/CN=Between', extensions, ['-rsa'])
    const signer = openssl.issue(between, '/CN=RSA', FOR_STAMPS, ['-rsa'])
    const response = openssl.reply(request, signer, ['-chain', openssl.bundle(between)])
    expect(await verify(response, { roots: roots(root, rsa) })).toMatchObject({ authority: 'RSA' })
    expect(await verify(response)).toBe('unknown-authority')
    const alone = openssl.reply(request, signer)
    expect(await verify(alone, { roots: roots(rsa) })).toBe('unknown-authority')
  })
})

describe('a flaw is named', () => {
  test('another root', async () => {
    const stranger = openssl.root('Root')
    expect(await verify(openssl.reply(request, authority), { roots: roots(stranger) })).toBe(
      'unknown-authority',
    )
  })

  test('other data', async () => {
    const response = openssl.reply(request, authority)
    expect(await verify(response, { data: new TextEncoder().encode('other') })).toBe('wrong-data')
  })

  test('the right data under another hash than SHA-256', async () => {
    openssl.write('data', data)
    openssl.run(['ts', '-query', '-data', 'data', '-sha512', '-cert', '-out', 'sha512.tsq'])
    const response = openssl.reply(openssl.read('sha512.tsq'), authority)
    expect(await verifyTimeStamp(response, { data, roots: roots(root) })).toBe('wrong-data')
  })

  test('another nonce, and none', async () => {
    const response = openssl.reply(await timeStampRequest(data, randomBytes(16)), authority)
    expect(await verify(response)).toBe('wrong-nonce')
    openssl.write('data', data)
    openssl.run(['ts', '-query', '-data', 'data', '-sha256', '-cert', '-no_nonce', '-out', 'no-nonce.tsq'])
    expect(await verify(openssl.reply(openssl.read('no-nonce.tsq'), authority))).toBe('wrong-nonce')
  })

  test('a certificate that is not for stamps, not critically so, or for more', async () => {
    for (const extensions of [
      'extendedKeyUsage=critical,emailProtection',
      'extendedKeyUsage=timeStamping',
      'extendedKeyUsage=critical,timeStamping,emailProtection',
      'basicConstraints=CA:FALSE',
    ]) {
      const signer = openssl.issue(root, '/CN=Other', extensions)
      expect(await verify(openssl.forge(request, signer, authority)), extensions).toBe(
        'not-a-time-stamping-certificate',
      )
    }
    expect(await verify(openssl.forge(request, authority, authority))).toMatchObject({
      authority: 'Stamping Authority',
    })
  })

  test('a certificate that had expired', async () => {
    const expired = openssl.issue(root, '/CN=Old', FOR_STAMPS, ['-expired'])
    expect(await verify(openssl.forge(request, expired, authority))).toBe('expired-certificate')
  })

  test('an issuer that is no authority', async () => {
    const person = openssl.issue(root, '/CN=Person', 'basicConstraints=CA:FALSE')
    const signer = openssl.issue(person, '/CN=Forger', FOR_STAMPS)
    const response = openssl.reply(request, signer, ['-chain', openssl.bundle(person)])
    expect(await verify(response)).toBe('unknown-authority')
  })

  test('a time far from the time of asking', async () => {
    const response = openssl.reply(request, authority)
    const at = (milliseconds: number) => ({
      near: { instant: new Date(Date.now() + milliseconds).toISOString(), seconds: 60 },
    })
    expect(await verify(response, at(0))).toMatchObject({ authority: 'Stamping Authority' })
    expect(await verify(response, at(120_000))).toBe('wrong-time')
    expect(await verify(response, at(-120_000))).toBe('wrong-time')
  })

  test('a refusal', async () => {
    openssl.run(['ts', '-query', '-digest', '00'.repeat(20), '-sha1', '-out', 'sha1.tsq'])
    expect(await verify(openssl.reply(openssl.read('sha1.tsq'), authority))).toBe('refused')
  })

  test('another certificate of the same key', async () => {
    const rsa = openssl.root('RSA', 'rsa')
    const signer = openssl.issue(rsa, '/CN=RSA', FOR_STAMPS, ['-rsa'])
    const response = openssl.reply(request, signer)
    const place = response.indexOf(openssl.der(signer))
    openssl.der(openssl.twin(rsa, signer)).copy(response, place)
    expect(await verify(response, { roots: roots(rsa) })).toBe('wrong-certificate')
  })
})

describe('bytes that are no stamp', () => {
  test('broken off anywhere', async () => {
    const response = openssl.reply(request, authority)
    for (let length = 0; length < response.length; length += 3) {
      expect(typeof (await verify(response.subarray(0, length)))).toBe('string')
    }
    expect(await verify(Buffer.concat([response, Buffer.from([0])]))).toBe('malformed')
  })

  test('with any bit changed: named, or of no account to the stamp', async () => {
    const response = openssl.reply(request, authority)
    const stamp = await verify(response)
    const flaws = new Set<unknown>()
    for (let place = 0; place < response.length; place += 2) {
      const changed = Buffer.from(response)
      changed[place]! ^= 1 << ((place >> 1) % 8)
      const said = await verify(changed)
      if (typeof said === 'string') flaws.add(said)
      else expect(said).toEqual(stamp)
    }
    for (const flaw of ['malformed', 'bad-signature', 'wrong-data', 'wrong-nonce']) {
      expect(flaws).toContain(flaw)
    }
  }, 30_000)

  test('at random', async () => {
    for (let i = 0; i < 200; i++) expect(await verify(randomBytes(i))).toBe('malformed')
  })
})
