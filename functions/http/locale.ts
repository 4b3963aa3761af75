import { parseAccept } from 'hono/utils/accept'
import { LOCALES, type Locale } from '../../shared/locale'

/** The language a reader prefers of those the site has (RFC 9110, Accept-Language); Ukrainian by default. */
export function preferredLocale(acceptLanguage: string | undefined): Locale {
  if (!acceptLanguage || acceptLanguage.length > 500) return LOCALES[0]
  const wanted = parseAccept(acceptLanguage).sort((a, b) => b.q - a.q)
  for (const { type } of wanted) {
    const locale = LOCALES.find((known) => known === type.toLowerCase().split('-')[0])
    if (locale) return locale
  }
  return LOCALES[0]
}

/** The language of a page's address: `/en/…` is English. */
export function localeOfPath(path: string): Locale {
  return path === '/en' || path.startsWith('/en/') ? 'en' : 'uk'
}
