import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { textsOf } from '../texts'

/** Body of `404.html`; that one file serves both languages, so the other follows in short. */
export function NotFoundPage({ locale }: { readonly locale: Locale }) {
  const { law: t, home } = textsOf(locale)
  const other: Locale = locale === 'uk' ? 'en' : 'uk'
  return (
    <Page locale={locale} path={paths.home} title={t.notFoundTitle} noindex>
      <h1>{t.notFoundTitle}</h1>
      <p>{t.notFoundText}</p>
      <p>
        <a class="button" href={href(locale, paths.petitions)}>
          {home.all}
        </a>
      </p>
      <p class="meta" lang={other}>
        {textsOf(other).law.notFoundTitle}.{' '}
        <a href={href(other, paths.petitions)}>{textsOf(other).home.all}</a>
      </p>
    </Page>
  )
}
