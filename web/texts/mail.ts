import type { Locale } from '../../shared/locale'
import { mail as en } from './en/mail'
import { updates as enUpdates } from './en/update-mail'
import { mail as uk } from './uk/mail'
import { updates as ukUpdates } from './uk/update-mail'

export type MailTexts = typeof uk & { readonly updates: typeof ukUpdates }

const byLocale: Record<Locale, MailTexts> = {
  uk: { ...uk, updates: ukUpdates },
  en: { ...en, updates: enUpdates },
}

/** Every word of the mails in one language; kept apart from the pages' words, which mails need few of. */
export function textsOf(locale: Locale): MailTexts {
  return byLocale[locale]
}
