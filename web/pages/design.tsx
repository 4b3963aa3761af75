import type { Locale } from '../../shared/locale'
import { paths } from '../addresses'
import { Looks } from '../components/design/looks'
import { Parts } from '../components/design/parts'
import { Page } from '../components/page'
import { textsOf } from '../texts'

/** Every part of the pages, each in both themes side by side. */
export function DesignPage({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).design
  return (
    <Page styles={['forms', 'design']} locale={locale} path={paths.design} title={t.title} noindex wide>
      <h1>{t.title}</h1>
      <p class="lead">{t.lead}</p>
      <div class="themes">
        {(['light', 'dark'] as const).map((theme) => (
          <section class={theme} aria-labelledby={theme}>
            <h2 id={theme}>{t.themes[theme]}</h2>
            <Looks locale={locale} />
            <Parts locale={locale} theme={theme} />
          </section>
        ))}
      </div>
    </Page>
  )
}
