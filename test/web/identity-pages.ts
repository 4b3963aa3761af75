import { IDENTITY_FAILURES } from '../../shared/identity/failure'
import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { BeginPage } from '../../web/pages/identity/begin'
import { IdentityConfirmPage } from '../../web/pages/identity/confirm'
import { IdentityFailedPage } from '../../web/pages/identity/failed'
import { LeavingPage } from '../../web/pages/identity/leaving'
import { PetitionPage } from '../../web/pages/petition'
import { SignPage } from '../../web/pages/sign'
import { petitionIn, TODAY } from './fixtures'

/** Pages of signing by an identity provider, in every state. */
export function identityPages(locale: Locale): Record<string, unknown> {
  const collecting = petitionIn('collecting')
  const petition: PetitionView = {
    ...collecting,
    identities: ['email', 'openid', 'id-gov-ua'],
    levels: { email: collecting.count - 21, openid: 1, 'id-gov-ua': 20 },
  }
  const withoutMail: PetitionView = { ...petition, identities: ['id-gov-ua'] }
  const person = { surname: 'Лук’яненко-Шевченко', givenName: 'Оксана', patronymic: 'Миколаївна' }
  const address = 'https://id.gov.ua/?response_type=code&client_id=viche'
  const failed = IDENTITY_FAILURES.map((reason) => [
    `identity-${reason}`,
    IdentityFailedPage({ locale, reason, petition, level: 'id-gov-ua' }),
  ])
  return {
    'identity-ways': SignPage({ locale, petition }),
    'identity-ways-without-mail': SignPage({ locale, petition: withoutMail }),
    'identity-levels': PetitionPage({ locale, petition, today: TODAY }),
    'identity-begin': BeginPage({ locale, petition, level: 'id-gov-ua', unread: false }),
    'identity-begin-unread': BeginPage({ locale, petition, level: 'openid', unread: true }),
    'identity-leaving': LeavingPage({ locale, level: 'id-gov-ua', address }),
    'identity-confirm': IdentityConfirmPage({
      ...{ locale, petition, person, trip: 'AbCdEfGh-_12', form: 'x' },
    }),
    ...Object.fromEntries(failed),
    'identity-not-accepted': IdentityFailedPage({
      ...{ locale, reason: 'not-accepted', petition: withoutMail, level: 'openid' },
    }),
    'identity-lost': IdentityFailedPage({ locale, reason: 'expired' }),
  }
}
