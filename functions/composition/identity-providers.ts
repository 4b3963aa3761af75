import type { ProviderLevel } from '../../shared/identity/identified-person'
import { addressOfCallback } from '../../web/addresses'
import { idGovUaProvider } from '../adapters/identity/id-gov-ua'
import { openIdProvider } from '../adapters/identity/openid'
import type { Platform } from '../composition'
import type { Environment } from '../environment'
import type { IdentityProvider } from '../ports/identity-provider'

/** The providers that this installation has, by level. */
export function identityProviders(
  { random, secrets }: Pick<Platform, 'random' | 'secrets'>,
  env: Environment<'residents'>,
): ReadonlyMap<ProviderLevel, IdentityProvider> {
  const providers: IdentityProvider[] = []
  const redirectUri = (level: ProviderLevel) => addressOfCallback(env.PUBLIC_URL, level)
  if (env.OPENID_ISSUER) {
    const openid = {
      issuer: env.OPENID_ISSUER,
      clientId: env.OPENID_CLIENT_ID,
      clientSecret: () => secrets.read('openid-client-secret'),
      redirectUri: redirectUri('openid'),
      scope: env.OPENID_SCOPE,
      taxClaim: env.OPENID_TAX_CLAIM,
      registerClaim: env.OPENID_REGISTER_CLAIM,
    }
    providers.push(openIdProvider(openid, { random }))
  }
  if (env.ID_GOV_UA_URL) {
    const idGovUa = {
      url: env.ID_GOV_UA_URL,
      clientId: env.ID_GOV_UA_CLIENT_ID,
      clientSecret: () => secrets.read('id-gov-ua-client-secret'),
      redirectUri: redirectUri('id-gov-ua'),
      authTypes: env.ID_GOV_UA_AUTH_TYPES,
      certificate: env.ID_GOV_UA_CERTIFICATE,
    }
    providers.push(idGovUaProvider(idGovUa, { random }))
  }
  return new Map(providers.map((provider) => [provider.level, provider]))
}
