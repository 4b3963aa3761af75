import type { Locale } from '../../shared/locale'
import type { PersonName } from '../../shared/signing/person-name'
import { href, paths, withToken } from '../addresses'
import { Page } from '../components/page'
import { textsOf } from '../texts'
import { nameOf } from '../texts/speech'

export interface ConfirmPageProps {
  readonly locale: Locale
  readonly kind: 'sign' | 'submit'
  /** The petition's title. */
  readonly title: string
  readonly person?: PersonName
  readonly token: string
}

/** Where a mailed link leads. Opening it changes nothing; its button confirms. */
export function ConfirmPage({ locale, kind, title, person, token }: ConfirmPageProps) {
  const t = textsOf(locale).forms.confirm
  const heading = kind === 'sign' ? t.signTitle : t.submitTitle
  return (
    <Page styles={['forms']} locale={locale} path={withToken(paths.confirm, token)} title={heading} noindex>
      <h1>{heading}</h1>
      <blockquote class="title">{title}</blockquote>
      {person && (
        <p>
          {kind === 'sign' ? t.person : t.author}: <strong>{nameOf(person)}</strong>
        </p>
      )}
      <form method="post" action={href(locale, paths.confirm)}>
        <input type="hidden" name="token" value={token} />
        <button type="submit">{kind === 'sign' ? t.signButton : t.submitButton}</button>
      </form>
      <p class="meta">{t.notYou}</p>
    </Page>
  )
}
