import type { Locale } from '../../shared/locale'
import { ruleOf } from '../../shared/petition/rules'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { formatDate, formatNumber } from '../texts/format'
import { textsOf } from '../texts/mail'
import { type Letter, type Part, type RenderedMail, renderLetters } from './letter'

/** What somebody at the desk is told of an answer's draft. */
export type DraftNews = 'sign-off-asked' | 'returned' | 'approved'

export interface DraftMail {
  readonly news: DraftNews
  /** Why it came back. */
  readonly note?: string | undefined
  readonly petition: PetitionView
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
}

/** Tells staff what became of the draft of an answer. The draft itself stays at the desk. */
export function renderDraftNews(mail: DraftMail): RenderedMail {
  const { subject } = textsOf('uk').draft[mail.news]
  const number = formatNumber('uk', mail.petition.number)
  return renderLetters(`${subject(number)}: ${mail.petition.title}`, [
    letterIn('uk', mail),
    letterIn('en', mail),
  ])
}

function letterIn(locale: Locale, { news, note, petition, publicUrl }: DraftMail): Letter {
  const t = textsOf(locale)
  const due = petition.deadlines.findLast(({ rule, metAt }) => rule === 'R18' && !metAt)?.due
  const parts: Part[] = [
    t.greeting,
    t.draft[news].body,
    {
      facts: [
        [t.facts.title, t.facts.named(formatNumber(locale, petition.number), petition.title)],
        ...(due ? [[t.draft.due, formatDate(locale, due)] as const] : []),
      ],
    },
    ...(note ? [{ heading: t.draft.note }, { quote: note }] : []),
    { link: publicUrl + href(locale, paths.deskDraft(petition.id)), label: t.toDesk },
    t.basis(ruleOf('R18').item[locale], 'R18'),
    t.signature,
  ]
  return { locale, parts }
}
