import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { CouncilWays, type OfferedCouncil } from '../../components/desk/councils'
import { PasskeyButton } from '../../components/desk/passkey'
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
  /** A session stands, but is met from elsewhere than it began. */
  readonly changed?: boolean
  /** Whose page the reader comes out at. */
  readonly petition?: string | undefined
  /** Those that have a provider of their own. */
  readonly councils?: readonly OfferedCouncil[]
}

/** One button for whoever has a key, one for each council that has its own way, and below it the mailed link for whoever has none yet or none left. */
export function DeskSignInPage(props: DeskSignInPageProps) {
  const { locale, sent, kept, changed, petition } = props
  const { desk, passkeys: t, keptForm } = textsOf(locale)
  const title = sent ? desk.signInSentTitle : desk.signInTitle
  const notice = kept ? keptForm.kept : changed ? t.changed : undefined
  return (
    <Page
      styles={['forms']}
      scripts={['passkey']}
      locale={locale}
      path={paths.deskSignIn}
      title={title}
      noindex
    >
      <h1>{title}</h1>
      {notice && (
        <p class="note" role="status">
          {notice}
        </p>
      )}
      {sent ? (
        <p class="lead">{t.mailSent}</p>
      ) : (
        <>
          <p class="lead">{t.signInLead}</p>
          <PasskeyButton
            locale={locale}
            kind="prove"
            label={t.signIn}
            next={petition ? paths.deskPetition(petition) : paths.desk}
          />
          <Councils {...props} />
          <MailForm {...props} />
        </>
      )}
    </Page>
  )
}

function Councils({ locale, councils = [], petition }: DeskSignInPageProps) {
  const t = textsOf(locale).councilSignIn
  if (councils.length === 0) return null
  return (
    <section aria-labelledby="council">
      <h2 id="council">{t.title}</h2>
      <p>{t.lead}</p>
      <CouncilWays locale={locale} councils={councils} petition={petition} />
    </section>
  )
}

function MailForm({ locale, errors = [], petition }: DeskSignInPageProps) {
  const { desk, passkeys: t, forms } = textsOf(locale)
  const error = errors.find(({ field }) => field === 'email')?.message
  return (
    <section aria-labelledby="mail">
      <h2 id="mail">{t.mailTitle}</h2>
      <form method="post" action={href(locale, paths.deskSignIn)}>
        <p>{t.mailLead}</p>
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
        <button type="submit" class="quiet">
          {desk.signInButton}
        </button>
      </form>
    </section>
  )
}
