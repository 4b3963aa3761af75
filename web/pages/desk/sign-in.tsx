import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { ErrorSummary, type FieldError } from '../../components/error-summary'
import { Field } from '../../components/field'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface DeskSignInPageProps {
  readonly locale: Locale
  /** The form was sent; the page says the same whether the address has access or not. */
  readonly sent?: boolean
  readonly errors?: readonly FieldError[]
  /** A form was sent when the session had ended, and waits. */
  readonly kept?: boolean
  /** Whose page the reader comes out at. */
  readonly petition?: string | undefined
}

export function DeskSignInPage({ locale, sent, kept, petition, errors = [] }: DeskSignInPageProps) {
  const { desk: t } = textsOf(locale)
  const title = sent ? t.signInSentTitle : t.signInTitle
  return (
    <Page styles={['forms']} locale={locale} path={paths.deskSignIn} title={title} noindex>
      <h1>{title}</h1>
      {kept && (
        <p class="note" role="status">
          {textsOf(locale).keptForm.kept}
        </p>
      )}
      {sent ? (
        <p class="lead">{t.signInSent}</p>
      ) : (
        <SignInForm locale={locale} errors={errors} petition={petition} />
      )}
    </Page>
  )
}

function SignInForm({
  locale,
  errors = [],
  petition,
}: Pick<DeskSignInPageProps, 'locale' | 'errors' | 'petition'>) {
  const { desk: t, forms } = textsOf(locale)
  const error = errors.find(({ field }) => field === 'email')?.message
  return (
    <form method="post" action={href(locale, paths.deskSignIn)}>
      <p class="lead">{t.signInLead}</p>
      {petition && <input type="hidden" name="petition" value={petition} />}
      <ErrorSummary title={forms.errorSummary} errors={errors} />
      <Field
        name="email"
        label={forms.email}
        type="email"
        autocomplete="email"
        required
        {...(error && { error })}
      />
      <button type="submit">{t.signInButton}</button>
    </form>
  )
}
