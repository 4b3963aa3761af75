import type { ProviderLevel } from '../../../shared/identity/identified-person'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { ErrorSummary, type FieldError } from '../../components/error-summary'
import { Field } from '../../components/field'
import { Page } from '../../components/page'
import { type Texts, textsOf } from '../../texts'

export interface AskPageProps {
  readonly locale: Locale
  readonly typed?: string
  readonly errors?: readonly FieldError[]
  /** Identity providers of this installation. */
  readonly providers?: readonly ProviderLevel[]
  /** Why the reader is here and not on their page. */
  readonly reason?: keyof Texts['resident']['reasons']
}

/** Has a link to somebody's own page mailed. */
export function AskPage({ locale, typed = '', errors = [], providers = [], reason }: AskPageProps) {
  const { resident: t, forms } = textsOf(locale)
  const error = errors.find(({ field }) => field === 'email')?.message
  return (
    <Page styles={['forms']} locale={locale} path={paths.me} title={t.title} noindex>
      <h1>{t.title}</h1>
      {reason && <p class="note">{t.reasons[reason]}</p>}
      <p class="lead">{t.lead}</p>
      <p>{t.how}</p>
      <form method="post" action={href(locale, paths.me)} novalidate>
        <ErrorSummary title={forms.errorSummary} errors={errors} focus={errors.length > 0} />
        <Field
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          autocomplete="email"
          value={typed}
          {...(error !== undefined && { error })}
        />
        <button type="submit">{t.button}</button>
      </form>
      {providers.length > 0 && <Providers locale={locale} providers={providers} />}
    </Page>
  )
}

function Providers({ locale, providers }: Required<Pick<AskPageProps, 'locale' | 'providers'>>) {
  const { resident: t, identity } = textsOf(locale)
  return (
    <section aria-labelledby="providers">
      <h2 id="providers">{t.providers}</h2>
      <p>{t.providersText}</p>
      {providers.map((level) => (
        <form method="post" action={href(locale, paths.meIdentify)}>
          <input type="hidden" name="level" value={level} />
          <button type="submit" class="quiet">
            {identity.begin.button[level]}
          </button>
        </form>
      ))}
    </section>
  )
}

/** The same words whatever the address is. */
export function AskedPage({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).resident
  return (
    <Page locale={locale} path={paths.me} title={t.sent} noindex>
      <h1>{t.sent}</h1>
      <p>{t.sentText}</p>
      <p>{t.sentSpam}</p>
      <p>
        <a href={href(locale, paths.me)}>{t.sentAgain}</a>
      </p>
    </Page>
  )
}
