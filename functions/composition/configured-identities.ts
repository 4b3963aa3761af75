import type { Identity } from '../../shared/community/settings'
import type { Environment } from '../environment'

/** Ways to prove who signs that this installation has. */
export function configuredIdentities(
  env: Pick<Environment<'staff'>, 'OPENID_ISSUER' | 'ID_GOV_UA_URL'>,
): Identity[] {
  return [
    'email',
    ...(env.OPENID_ISSUER ? ['openid' as const] : []),
    ...(env.ID_GOV_UA_URL ? ['id-gov-ua' as const] : []),
  ]
}
