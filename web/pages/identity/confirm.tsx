import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import type { PersonName } from '../../../shared/signing/person-name'
import { href, paths } from '../../addresses'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'
import { formatDay } from '../../texts/format'
import { nameOf } from '../../texts/speech'

export interface IdentityConfirmPageProps {
  readonly locale: Locale
  readonly petition: PetitionView
  readonly person: PersonName
  /** Name of the trip, whose content the browser keeps sealed. */
  readonly trip: string
  /** What only this page knows. */
  readonly form: string
}

/** Back from an identity provider: the name as it will be published. Nothing is signed before the button (8.3). */
export function IdentityConfirmPage({ locale, petition, person, trip, form }: IdentityConfirmPageProps) {
  const { forms, signing, identity } = textsOf(locale)
  const t = identity.confirm
  return (
    <Page
      locale={locale}
      path={`${paths.identifyConfirm}?trip=${trip}`}
      title={forms.confirm.signTitle}
      styles={['forms']}
      noindex
    >
      <h1>{forms.confirm.signTitle}</h1>
      <blockquote class="title">{petition.title}</blockquote>
      <p>
        {forms.confirm.person}: <strong>{nameOf(person)}</strong>
      </p>
      <p>
        {t.published} {petition.closesOn && signing.until(formatDay(locale, petition.closesOn))}
      </p>
      <form method="post" action={href(locale, paths.identifyConfirm)}>
        <input type="hidden" name="trip" value={trip} />
        <input type="hidden" name="form" value={form} />
        <p class="actions">
          <button type="submit" name="act" value="sign">
            {forms.confirm.signButton}
          </button>
          <button type="submit" name="act" value="leave" class="quiet">
            {t.leave}
          </button>
        </p>
      </form>
      <p class="meta">{t.wrong}</p>
    </Page>
  )
}
