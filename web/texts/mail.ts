import type { Locale } from '../../shared/locale'
import { mail as en } from './en/mail'
import { mail as uk } from './uk/mail'

export type MailTexts = typeof uk

const byLocale: Record<Locale, MailTexts> = { uk, en }

/** Every word of the mails in one language; kept apart from the pages' words, which mails need few of. */
export function textsOf(locale: Locale): MailTexts {
  return byLocale[locale]
}
