import type { Day } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import type { PersonName } from '../../shared/signing/person-name'
import { href, paths, withToken } from '../addresses'
import { Check } from '../components/form-parts'
import { Page } from '../components/page'
import { textsOf } from '../texts'
import { formatDay } from '../texts/format'
import { nameOf } from '../texts/speech'

export interface ConfirmPageProps {
  readonly locale: Locale
  readonly kind: 'sign' | 'submit'
  /** The petition's title. */
  readonly title: string
  readonly person?: PersonName
  readonly token: string
  /** Until when the petition can be signed. */
  readonly closesOn?: Day | undefined
}

/** Where a mailed link leads. Opening it changes nothing; its button confirms. */
export function ConfirmPage({ locale, kind, title, person, token, closesOn }: ConfirmPageProps) {
  const { forms, signing, updates } = textsOf(locale)
  const t = forms.confirm
  const signs = kind === 'sign'
  const heading = signs ? t.signTitle : t.submitTitle
  return (
    <Page
      locale={locale}
      path={withToken(paths.confirm, token)}
      title={heading}
      styles={signs ? ['forms'] : []}
      noindex
    >
      <h1>{heading}</h1>
      <blockquote class="title">{title}</blockquote>
      {person && (
        <p>
          {signs ? t.person : t.author}: <strong>{nameOf(person)}</strong>
        </p>
      )}
      {signs && (
        <p>
          {signing.confirm.published} {closesOn && signing.until(formatDay(locale, closesOn))}
        </p>
      )}
      <form method="post" action={href(locale, paths.confirm)}>
        <input type="hidden" name="token" value={token} />
        {signs && <Check name="updates" label={updates.check} hint={updates.checkHint} />}
        <button type="submit">{signs ? t.signButton : t.submitButton}</button>
      </form>
      <p class="meta">{t.notYou}</p>
    </Page>
  )
}
