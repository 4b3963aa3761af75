import { addressOfCouncilCallback } from '../../web/addresses'
import { councilOpenId } from '../adapters/identity/council-openid'
import type { Platform } from '../composition'
import type { Environment } from '../environment'
import type { CouncilProvider } from '../ports/council-provider'

/** The councils' own providers that this installation knows, by community. */
export function councilProviders(
  { random, secrets }: Pick<Platform, 'random' | 'secrets'>,
  env: Pick<Environment<'staff'>, 'STAFF_OPENID' | 'PUBLIC_URL'>,
): ReadonlyMap<string, CouncilProvider> {
  const providers = env.STAFF_OPENID.map((one) =>
    councilOpenId(
      {
        ...one,
        clientSecret: () => secrets.read(`staff-openid-${one.community}`),
        redirectUri: addressOfCouncilCallback(env.PUBLIC_URL, one.community),
      },
      { random },
    ),
  )
  return new Map(providers.map((provider) => [provider.community, provider]))
}
