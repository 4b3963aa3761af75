import type { Locale } from '../../../shared/locale'
import { href, paths, withToken } from '../../addresses'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

interface DeskEnterPageProps {
  readonly locale: Locale
  readonly token: string
}

/** Where the mailed sign-in link leads: mail scanners open links, so only the button signs in. */
export function DeskEnterPage({ locale, token }: DeskEnterPageProps) {
  const t = textsOf(locale).desk
  return (
    <Page
      styles={['forms']}
      locale={locale}
      path={withToken(paths.deskEnter, token)}
      title={t.enterTitle}
      noindex
    >
      <h1>{t.enterTitle}</h1>
      <p class="lead">{t.enterLead}</p>
      <form method="post" action={href(locale, paths.deskEnter)}>
        <input type="hidden" name="token" value={token} />
        <button type="submit">{t.enterButton}</button>
      </form>
    </Page>
  )
}
