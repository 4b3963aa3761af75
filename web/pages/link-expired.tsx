import type { Locale } from '../../shared/locale'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths, withToken } from '../addresses'
import { Page } from '../components/page'
import { textsOf } from '../texts'

interface LinkPageProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'title'>
}

/** A link to sign whose time is over: one press brings another to the same address. */
export function LinkExpiredPage({ locale, petition, token }: LinkPageProps & { readonly token: string }) {
  const t = textsOf(locale).signing.expired
  return (
    <Page locale={locale} path={withToken(paths.confirm, token)} title={t.title} styles={['forms']} noindex>
      <h1>{t.title}</h1>
      <blockquote class="title">{petition.title}</blockquote>
      <p class="lead">{t.lead}</p>
      <form method="post" action={href(locale, paths.confirm)}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="again" value="on" />
        <button type="submit">{t.button}</button>
      </form>
      <p>
        {t.otherAddress} <a href={href(locale, paths.sign(petition.id))}>{t.form}</a>.
      </p>
    </Page>
  )
}

/** The fresh link is on its way. */
export function LinkRenewedPage({ locale, petition }: LinkPageProps) {
  const { signing: t, forms } = textsOf(locale)
  return (
    <Page
      locale={locale}
      path={paths.petition(petition.id)}
      title={t.expired.sentTitle}
      styles={['forms']}
      noindex
    >
      <h1>{t.expired.sentTitle}</h1>
      <blockquote class="title">{petition.title}</blockquote>
      <p>{t.expired.sent}</p>
      <p>{forms.sign.doneSpam}</p>
      <p>
        <a href={href(locale, paths.petition(petition.id))}>{forms.result.toPetition}</a>
      </p>
    </Page>
  )
}
