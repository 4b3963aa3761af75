import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { Page } from '../components/page'
import { textsOf } from '../texts'

export function PrivacyPage({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).law
  return (
    <Page locale={locale} path={paths.privacy} title={t.privacyTitle} description={t.privacyLead}>
      <h1>{t.privacyTitle}</h1>
      <p class="lead">{t.privacyLead}</p>
      <p>
        <a href={href(locale, paths.me)}>{textsOf(locale).resident.data.title}</a>
      </p>
      {Object.values(t.privacy).map((part) => (
        <section>
          <h2>{part.title}</h2>
          <p>{part.text}</p>
        </section>
      ))}
    </Page>
  )
}
