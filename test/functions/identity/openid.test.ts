import { generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openIdProvider } from '../../../functions/adapters/identity/openid'
import { systemRandom } from '../../../functions/adapters/system'
import type { Remembered } from '../../../functions/ports/identity-provider'
import { type ForgingProvider, startForgingProvider } from '../../support/forging-provider'
import { type OpenIdProvider, startOpenIdProvider } from '../../support/openid-provider'
import { signInAt } from '../../support/openid-sign-in'

const redirectUri = 'http://localhost:1/identity/openid/callback'

function providerAt(issuer: string, clientSecret: string) {
  return openIdProvider(
    {
      ...{ issuer, clientId: 'viche', clientSecret: async () => clientSecret, redirectUri },
      ...{ scope: 'openid profile email', taxClaim: 'drfocode', registerClaim: 'unzr' },
    },
    { random: systemRandom },
  )
}

describe('a real provider', () => {
  let real: OpenIdProvider
  beforeAll(async () => {
    real = await startOpenIdProvider()
    real.expect(redirectUri)
  })
  afterAll(() => real.stop())

  const begun = () => providerAt(real.issuer, real.clientSecret).begin()
  const finish = (callback: URLSearchParams, remembered: Remembered) =>
    providerAt(real.issuer, real.clientSecret).finish(callback, remembered)

  async function identified(claims: Record<string, unknown>) {
    real.people.set('somebody', claims)
    const { address, remembered } = await begun()
    return finish(await signInAt(address, 'somebody', redirectUri), remembered)
  }

  const oksana = { family_name: 'ШЕВЧЕНКО', given_name: 'ОКСАНА', middle_name: 'МИКОЛАЇВНА' }

  test('says who somebody is: the name as it is written, and one id', async () => {
    expect(await identified({ ...oksana, drfocode: '3012345678', email: 'o@example.org' })).toEqual({
      level: 'openid',
      person: { surname: 'Шевченко', givenName: 'Оксана', patronymic: 'Миколаївна' },
      personId: 'tax:3012345678',
    })
  })

  test('an address counts only where the provider has checked it', async () => {
    const email = 'oksana@example.org'
    const known = await identified({ ...oksana, email, email_verified: true })
    expect(known.personId).toBe(`email:${email}`)
    await expect(identified({ ...oksana, email, email_verified: false })).rejects.toMatchObject({
      reason: 'unidentified',
    })
  })

  test('without a surname nobody signs', async () => {
    await expect(identified({ given_name: 'Оксана', drfocode: '3012345678' })).rejects.toMatchObject({
      reason: 'nameless',
    })
  })

  test('who turns back has cancelled', async () => {
    const { address, remembered } = await begun()
    await expect(finish(await signInAt(address, '', redirectUri), remembered)).rejects.toMatchObject({
      reason: 'cancelled',
    })
  })

  test('a code is worth nothing without the browser that asked, and nothing twice', async () => {
    real.people.set('somebody', { ...oksana, drfocode: '3012345678' })
    const { address, remembered } = await begun()
    const callback = await signInAt(address, 'somebody', redirectUri)
    const other = await begun()
    const stolen = { state: remembered.state, secrets: other.remembered.secrets }
    await expect(finish(callback, stolen)).rejects.toMatchObject({ reason: 'expired' })
    await expect(finish(callback, other.remembered)).rejects.toMatchObject({ reason: 'untrusted' })
    expect((await finish(callback, remembered)).personId).toBe('tax:3012345678')
    await expect(finish(callback, remembered)).rejects.toMatchObject({ reason: 'expired' })
  })
})

describe('what nobody vouches for', () => {
  let forger: ForgingProvider
  beforeAll(async () => {
    forger = await startForgingProvider('viche')
  })
  afterAll(() => forger.stop())

  const claims = { family_name: 'Шевченко', given_name: 'Оксана', drfocode: '3012345678' }
  const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

  async function finished(
    own: (nonce: string) => Record<string, unknown>,
    sign?: ForgingProvider['next']['sign'],
  ) {
    const provider = providerAt(forger.issuer, 'secret')
    const { remembered } = await provider.begin()
    const all = { ...claims, nonce: remembered.secrets.nonce!, ...own(remembered.secrets.nonce!) }
    forger.next = { claims: all, ...(sign && { sign }) }
    return provider.finish(new URLSearchParams({ code: 'any', state: remembered.state }), remembered)
  }

  test('its own signature over the asked nonce is taken', async () => {
    expect((await finished(() => ({}))).personId).toBe('tax:3012345678')
  })

  test.each<[string, Record<string, unknown>]>([
    ['another nonce', { nonce: 'of another browser' }],
    ['no nonce', { nonce: undefined }],
    ['a token for another site', { aud: 'another' }],
    ['a token of another provider', { iss: 'https://another.example' }],
    ['an expired token', { exp: 1_700_000_000 }],
  ])('%s is refused', async (_, own) => {
    await expect(finished(() => own)).rejects.toMatchObject({ reason: 'untrusted' })
  })

  test('a token that is not signed is refused', async () => {
    const unsigned = (all: Record<string, unknown>) => `${encoded({ alg: 'none' })}.${encoded(all)}.`
    await expect(finished(() => ({}), unsigned)).rejects.toMatchObject({ reason: 'untrusted' })
  })

  test('a token that somebody else signed is refused', async () => {
    const { privateKey } = await generateKeyPair('RS256')
    const foreign = (all: Record<string, unknown>) =>
      new SignJWT(all).setProtectedHeader({ alg: 'RS256', kid: '1' }).sign(privateKey)
    await expect(finished(() => ({}), foreign)).rejects.toMatchObject({ reason: 'untrusted' })
  })
})

test('a provider that does not answer is unavailable', async () => {
  await expect(providerAt('http://localhost:1', 'secret').begin()).rejects.toMatchObject({
    reason: 'unavailable',
  })
})
