import type { Locale } from '../../shared/locale'
import { en } from './en'
import { uk } from './uk'

export type Texts = typeof uk

const byLocale: Record<Locale, Texts> = { uk, en }

/** Every word of the pages in one language. */
export function textsOf(locale: Locale): Texts {
  return byLocale[locale]
}
