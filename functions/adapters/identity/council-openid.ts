import * as openid from 'openid-client'
import * as z from 'zod'
import { IdentityFailure } from '../../../shared/identity/failure'
import type { Vouched } from '../../../shared/staff/council-sign-in'
import type { CouncilProvider } from '../../ports/council-provider'
import type { Remembered } from '../../ports/identity-provider'
import type { Random } from '../../ports/random'
import { configurationOf, type OpenIdClient, secret, unlessFailed } from './openid-client'

export interface CouncilOpenIdSettings extends OpenIdClient {
  /** Id of the community. */
  readonly community: string
  readonly acr?: string | undefined
}

const claims = z.looseObject({
  email: z.string().min(3).max(254).nullish(),
  email_verified: z.union([z.boolean(), z.string()]).nullish(),
  acr: z.string().nullish(),
  auth_time: z.number().nullish(),
  iat: z.number(),
})

/**
 * A council's OpenID Connect provider (Core 1.0): code with PKCE (RFC 7636, S256), state and nonce. Whoever comes there
 * is asked to sign in anew (`prompt=login`, `max_age=0`), and its ID token tells when and how they did.
 */
export function councilOpenId(
  settings: CouncilOpenIdSettings,
  deps: { readonly random: Random },
): CouncilProvider {
  const { community, acr, redirectUri } = settings
  const configuration = configurationOf(settings)
  return {
    community,
    ...(acr !== undefined && { acr }),
    async begin() {
      const config = await unlessFailed(configuration())
      const [state, nonce, verifier] = [secret(deps.random), secret(deps.random), secret(deps.random)]
      const address = openid.buildAuthorizationUrl(config, {
        response_type: 'code',
        redirect_uri: redirectUri,
        scope: 'openid email',
        state,
        nonce,
        prompt: 'login',
        max_age: '0',
        ...(acr !== undefined && { acr_values: acr }),
        code_challenge: await openid.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      return { address: address.href, remembered: { state, secrets: { nonce, verifier } } }
    },
    async finish(callback, remembered) {
      const config = await unlessFailed(configuration())
      return unlessFailed(vouchedIn(config, new URL(`${redirectUri}?${callback}`), remembered))
    },
  }
}

async function vouchedIn(
  config: openid.Configuration,
  address: URL,
  { state, secrets }: Remembered,
): Promise<Vouched> {
  const tokens = await openid.authorizationCodeGrant(config, address, {
    expectedState: state,
    expectedNonce: secrets.nonce!,
    pkceCodeVerifier: secrets.verifier!,
    idTokenExpected: true,
  })
  const own = checked(tokens.claims()!)
  const email =
    verifiedEmail(own) ?? (await emailOfUserInfo(config, tokens.access_token, tokens.claims()!.sub))
  return {
    ...(email !== undefined && { email }),
    ...(own.acr && { acr: own.acr }),
    ...(own.auth_time != null && { proofAge: own.iat - own.auth_time }),
  }
}

/** Some providers tell the address there alone; what counts for the proof is in the ID token in any case. */
async function emailOfUserInfo(config: openid.Configuration, accessToken: string, subject: string) {
  if (!config.serverMetadata().userinfo_endpoint) return undefined
  const said = await openid.fetchUserInfo(config, accessToken, subject)
  return verifiedEmail(checked({ iat: 0, ...said }))
}

function checked(said: unknown): z.output<typeof claims> {
  const parsed = claims.safeParse(said)
  if (!parsed.success) throw new IdentityFailure('untrusted')
  return parsed.data
}

function verifiedEmail({ email, email_verified }: z.output<typeof claims>): string | undefined {
  const verified = email_verified === true || email_verified === 'true'
  return verified ? (email ?? undefined) : undefined
}
