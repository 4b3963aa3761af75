import type { Locale } from '../../shared/locale'
import { COUNCIL_FAILURES } from '../../shared/staff/council-sign-in'
import { DeskConfirmPage } from '../../web/pages/desk/confirm'
import { CouncilFailedPage } from '../../web/pages/desk/council-failed'
import { CouncilLeavingPage } from '../../web/pages/desk/council-leaving'
import { DeskSecurityPage } from '../../web/pages/desk/security'
import { DeskSignInPage } from '../../web/pages/desk/sign-in'

/** Pages of signing in by a council's own provider, in every state. */
export function councilSignInPages(locale: Locale): Record<string, unknown> {
  const council = { community: 'malva', name: 'Мальвівська міська рада' }
  const councils = [council, { community: 'kyiv', name: '<b>Київська</b> міська рада' }]
  const address = 'https://login.malva.example/auth?client_id=viche'
  const staff = { name: 'Мавка Лісова', csrf: 'x', grants: [] }
  const failed = COUNCIL_FAILURES.map((reason) => [
    `council-${reason}`,
    CouncilFailedPage({ locale, council, reason, petition: 'abc' }),
  ])
  return {
    'sign-in-councils': DeskSignInPage({ locale, councils, petition: 'abc' }),
    'council-leaving': CouncilLeavingPage({ locale, council: council.name, address }),
    'confirm-council': DeskConfirmPage({ locale, council, fields: { csrf: 'x', reasons: 'Бо так.' } }),
    'security-council': DeskSecurityPage({
      ...{ locale, staff, keys: [], sessions: [], current: 's1', byCouncil: true },
    }),
    ...Object.fromEntries(failed),
  }
}
