import type { Locale } from '../../shared/locale'
import { OPEN_DATA_KEYS } from '../../shared/petition/open-data'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'
import { Wordmark } from './header'

/** Whose site this is, and every section of it. */
export function Footer({ locale }: { readonly locale: Locale }) {
  const { site: t, resident } = textsOf(locale)
  const sections = [
    [href(locale, paths.petitions), t.petitions],
    [href(locale, paths.communities), t.communities],
    [href(locale, paths.about), t.about],
    [href(locale, paths.verify), t.verify],
    [href(locale, paths.me), resident.link],
    [href(locale, paths.embed), t.forSites],
    [href(locale, paths.privacy), t.privacy],
    [href(locale, paths.desk), t.staff],
    [`/${OPEN_DATA_KEYS.json}`, t.openData],
    ['/api/v1/openapi.json', t.developers],
  ] as const
  return (
    <footer class="bottom">
      <div class="bar">
        <p>
          <Wordmark locale={locale} />
          {t.footer}
        </p>
        <nav aria-label={t.allSections}>
          <ul>
            {sections.map(([to, label]) => (
              <li>
                <a href={to}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
