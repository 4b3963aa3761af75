import * as openid from 'openid-client'
import * as z from 'zod'
import { IdentityFailure } from '../../../shared/identity/failure'
import { identifiedPerson } from '../../../shared/identity/identified-person'
import type { IdentityProvider, Remembered } from '../../ports/identity-provider'
import type { Random } from '../../ports/random'
import { configurationOf, type OpenIdClient, secret, unlessFailed } from './openid-client'

export interface OpenIdSettings extends OpenIdClient {
  readonly scope: string
  /** Names of the claims with tax and register number; empty where the provider has none. */
  readonly taxClaim: string
  readonly registerClaim: string
}

const text = z.string().max(500).nullish()
const claimsSchema = z.looseObject({
  family_name: text,
  given_name: text,
  middle_name: text,
  email: text,
  email_verified: z.union([z.boolean(), z.string()]).nullish(),
})

/**
 * An OpenID Connect provider (Core 1.0): code with PKCE (RFC 7636, S256), state and nonce; the signature of the ID token
 * is checked with the provider's keys.
 */
export function openIdProvider(
  settings: OpenIdSettings,
  deps: { readonly random: Random },
): IdentityProvider {
  const configuration = configurationOf(settings)
  return {
    level: 'openid',
    async begin() {
      const config = await unlessFailed(configuration())
      const [state, nonce, verifier] = [secret(deps.random), secret(deps.random), secret(deps.random)]
      const address = openid.buildAuthorizationUrl(config, {
        response_type: 'code',
        redirect_uri: settings.redirectUri,
        scope: settings.scope,
        state,
        nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, remembered: { state, secrets: { nonce, verifier } } }
    },
    async finish(callback, remembered) {
      const claims = await unlessFailed(claimsOf(await unlessFailed(configuration()), callback, remembered))
      return identifiedPerson('openid', attributesIn(claims, settings))
    },
  }

  async function claimsOf(
    config: openid.Configuration,
    callback: URLSearchParams,
    { state, secrets }: Remembered,
  ): Promise<Record<string, unknown>> {
    const address = new URL(`${settings.redirectUri}?${callback}`)
    const tokens = await openid.authorizationCodeGrant(config, address, {
      expectedState: state,
      expectedNonce: secrets.nonce!,
      pkceCodeVerifier: secrets.verifier!,
      idTokenExpected: true,
    })
    const own = tokens.claims()!
    if (!config.serverMetadata().userinfo_endpoint) return own
    return { ...own, ...(await openid.fetchUserInfo(config, tokens.access_token, own.sub)) }
  }
}

function attributesIn(claims: Record<string, unknown>, { taxClaim, registerClaim }: OpenIdSettings) {
  const parsed = claimsSchema.safeParse(claims)
  if (!parsed.success) throw new IdentityFailure('unavailable')
  const { family_name, given_name, middle_name, email, email_verified } = parsed.data
  const verified = email_verified === true || email_verified === 'true'
  return {
    surname: family_name ?? undefined,
    givenName: given_name ?? undefined,
    patronymic: middle_name ?? undefined,
    taxNumber: claimIn(claims, taxClaim),
    registerNumber: claimIn(claims, registerClaim),
    verifiedEmail: verified ? (email ?? undefined) : undefined,
  }
}

function claimIn(claims: Record<string, unknown>, name: string): string | undefined {
  const value = name === '' ? undefined : claims[name]
  return typeof value === 'string' && value.length <= 100 ? value : undefined
}
