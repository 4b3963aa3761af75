import type { Hono } from 'hono'
import { IDENTITIES } from '../../shared/community/settings'
import type { ProviderLevel } from '../../shared/identity/identified-person'
import { paths } from '../../web/addresses'
import { page } from '../http/page'
import type { ResidentsDeps } from './deps'
import { beginning, departure } from './identity/begin'
import { callback } from './identity/callback'
import { confirmed, confirming } from './identity/confirm'

const LEVELS = IDENTITIES.filter((identity): identity is ProviderLevel => identity !== 'email')

/** Signing by an identity provider: to it, back from it, and the page whose button signs. */
export function identityRoutes(app: Hono, deps: ResidentsDeps): void {
  for (const level of LEVELS) {
    page(app, paths.identifyBegin(level), {
      get: (c) => beginning(c, deps, level),
      post: (c) => departure(c, deps, level),
    })
    page(app, paths.identifyBack(level), { get: (c) => callback(c, deps, level) })
  }
  page(app, paths.identifyConfirm, {
    get: (c) => confirming(c, deps),
    post: (c) => confirmed(c, deps),
  })
}
