import type { Locale } from '../../shared/locale'
import { textsOf as siteTexts } from '../texts'
import { textsOf } from '../texts/mail'
import { plural } from '../texts/plural'
import { type Letter, type Part, type RenderedMail, renderLetters } from './letter'

export type LinkPurpose = 'sign' | 'submit' | 'author' | 'sign-in' | 'resident'

export interface LinkMail {
  readonly purpose: LinkPurpose
  /** Of whoever asked for the link; the other language follows. */
  readonly locale: Locale
  readonly url: string
  readonly petitionTitle?: string | undefined
  /** How long the link works, where that is to be said. */
  readonly hours?: number | undefined
}

/** The mail with a link that somebody asked for. Opening the link changes nothing; its page has a button. */
export function renderLink(mail: LinkMail): RenderedMail {
  const other: Locale = mail.locale === 'uk' ? 'en' : 'uk'
  const { subject } = textsOf(mail.locale).links[mail.purpose]
  const topic = mail.petitionTitle ? `: ${mail.petitionTitle}` : ''
  return renderLetters(`${subject}${topic}`, [letterIn(mail.locale, mail), letterIn(other, mail)])
}

function letterIn(locale: Locale, { purpose, url, petitionTitle, hours }: LinkMail): Letter {
  const t = textsOf(locale)
  const words = t.links[purpose]
  const parts: Part[] = [t.greeting, words.lead]
  if (petitionTitle) parts.push({ quote: petitionTitle })
  parts.push({ link: url, label: words.button })
  if (hours) parts.push(t.linkHours(plural(locale, hours, siteTexts(locale).site.units.hours)))
  parts.push(words.otherwise, t.signature)
  return { locale, parts }
}
