import type { Locale } from '../../shared/locale'
import type { UpdateKind } from '../../shared/petition/updates'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { textsOf as siteTexts } from '../texts'
import { formatNumber } from '../texts/format'
import { textsOf } from '../texts/mail'
import { type Part, type RenderedMail, renderLetters } from './letter'
import { factsOf } from './notice-facts'

export interface UpdateMail {
  readonly kind: UpdateKind
  /** The language in which they asked for news; the mail is in that one alone. */
  readonly locale: Locale
  /** Of the event that it tells of. */
  readonly data: Readonly<Record<string, unknown>>
  readonly petition: PetitionView
  /** Address of the page that ends such mails. */
  readonly optOut: string
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
}

/** One short mail to a follower: what has happened, where to read more, how to end such mails. */
export function renderUpdate(mail: UpdateMail): RenderedMail {
  const { kind, locale, petition, optOut, publicUrl } = mail
  const t = textsOf(locale)
  const parts: Part[] = [
    t.greeting,
    t.updates.notices[kind](factsOf(locale, mail)),
    {
      facts: [
        [t.facts.title, t.facts.named(formatNumber(locale, petition.number), petition.title)],
        ...outcomeOf(mail),
      ],
    },
    { link: publicUrl + href(locale, paths.petition(petition.id)), label: t.toPetition },
    t.updates.why,
    { link: optOut, label: t.updates.optOut, quiet: true },
    t.signature,
  ]
  return renderLetters(`${t.updates.subjects[kind]}: ${petition.title}`, [{ locale, parts }])
}

function outcomeOf({ kind, locale, petition }: UpdateMail): [label: string, value: string][] {
  if (!petition.outcome || (kind !== 'announced' && kind !== 'answered')) return []
  return [[textsOf(locale).facts.outcome, siteTexts(locale).petition.outcomes[petition.outcome]]]
}
