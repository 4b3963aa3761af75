import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { ErrorSummary, type FieldError } from '../../components/error-summary'
import { Field } from '../../components/field'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

export interface AuthorLinkPageProps {
  readonly locale: Locale
  /** Of a link that has expired: its address is known, nothing has to be filled in. */
  readonly token?: string
  readonly typed?: { readonly petition?: string | undefined; readonly email?: string | undefined }
  readonly errors?: readonly FieldError[]
  readonly sent?: boolean
  /** A link was opened that is none. */
  readonly broken?: boolean
}

/** Has a fresh link to the author's page mailed. It never says whether an address is an author's. */
export function AuthorLinkPage({
  locale,
  token,
  typed = {},
  errors = [],
  sent,
  broken,
}: AuthorLinkPageProps) {
  const { author: t, forms } = textsOf(locale)
  const title = sent ? t.linkSent : token === undefined ? t.linkTitle : t.linkExpired
  return (
    <Page styles={['forms']} locale={locale} path={paths.authorLink} title={title} noindex>
      <h1>{title}</h1>
      {sent ? (
        <>
          <p>{t.linkSentText}</p>
          <p>{t.linkSpam}</p>
        </>
      ) : (
        <form method="post" action={href(locale, paths.authorLink)} novalidate>
          {broken && <p class="note">{t.linkBroken}</p>}
          <p>{token === undefined ? t.linkLead : t.linkExpiredText}</p>
          <ErrorSummary title={forms.errorSummary} errors={errors} focus={errors.length > 0} />
          {token === undefined ? (
            <Fields locale={locale} typed={typed} errors={errors} />
          ) : (
            <input type="hidden" name="token" value={token} />
          )}
          <button type="submit">{t.linkButton}</button>
        </form>
      )}
    </Page>
  )
}

function Fields({
  locale,
  typed = {},
  errors = [],
}: Pick<AuthorLinkPageProps, 'locale' | 'typed' | 'errors'>) {
  const { author: t, forms } = textsOf(locale)
  const filled = (name: 'petition' | 'email') => {
    const error = errors.find(({ field }) => field === name)?.message
    return { name, value: typed[name] ?? '', ...(error !== undefined && { error }) }
  }
  return (
    <>
      <Field {...filled('petition')} label={t.linkPetition} hint={t.linkPetitionHint} />
      <Field
        {...filled('email')}
        label={forms.email}
        hint={t.linkEmailHint}
        type="email"
        autocomplete="email"
      />
    </>
  )
}
