import type { Locale } from '../../../shared/locale'
import { href, paths, withToken } from '../../addresses'
import { Page } from '../../components/page'
import { textsOf } from '../../texts'

/** Where a mailed link to one's own page leads: mail scanners open links, so only the button opens the page. */
export function EnterPage({ locale, token }: { readonly locale: Locale; readonly token: string }) {
  const t = textsOf(locale).resident
  return (
    <Page locale={locale} path={withToken(paths.meEnter, token)} title={t.enter} noindex>
      <h1>{t.enter}</h1>
      <p class="lead">{t.enterText}</p>
      <form method="post" action={href(locale, paths.meEnter)}>
        <input type="hidden" name="token" value={token} />
        <button type="submit">{t.enterButton}</button>
      </form>
      <p>{t.enterShared}</p>
    </Page>
  )
}
