import type { Locale } from '../../shared/locale'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'
import { Mark } from './wordmark'

interface HeaderProps {
  readonly locale: Locale
  readonly path: string
}

/** Wordmark, sections, and the switch to the same page in the other language. */
export function Header({ locale, path }: HeaderProps) {
  const t = textsOf(locale).site
  const sections = [
    [paths.petitions, t.petitions],
    [paths.communities, t.communities],
    [paths.about, t.about],
  ] as const
  return (
    <header class="top">
      <div class="bar">
        <Wordmark locale={locale} />
        <LanguageSwitch locale={locale} path={path} />
        <nav aria-label={t.menu}>
          {sections.map(([to, label]) => (
            <a href={href(locale, to)} aria-current={currentOf(path, to)}>
              {label}
            </a>
          ))}
        </nav>
      </div>
    </header>
  )
}

export function Wordmark({ locale }: { readonly locale: Locale }) {
  const t = textsOf(locale).site
  return (
    <a class="wordmark" href={href(locale, paths.home)}>
      <Mark />
      <span>{t.name}</span>
    </a>
  )
}

export function LanguageSwitch({ locale, path }: HeaderProps) {
  const other: Locale = locale === 'uk' ? 'en' : 'uk'
  return (
    <a class="language" href={href(other, path)} lang={other} hreflang={other}>
      {textsOf(locale).site.otherLanguage}
    </a>
  )
}

function currentOf(path: string, section: string): 'page' | 'true' | undefined {
  if (path === section) return 'page'
  return path.startsWith(`${section}/`) ? 'true' : undefined
}
