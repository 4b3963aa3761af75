import type { Locale } from '../shared/locale'

/** `lang` of what an author wrote, where it is another than the page's. */
export function languageOf(page: Locale, { locale }: { readonly locale: Locale }): Locale | undefined {
  return locale === page ? undefined : locale
}
