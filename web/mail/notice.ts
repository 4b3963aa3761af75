import type { Instant } from '../../shared/calendar/day'
import type { Host } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import type { NoticeKind } from '../../shared/petition/notices'
import { ruleOf } from '../../shared/petition/rules'
import type { PetitionView } from '../../shared/petition/view'
import { href, paths, withToken } from '../addresses'
import { textsOf } from '../texts/mail'
import { type Letter, type Part, type RenderedMail, renderLetters } from './letter'
import { factsOf } from './notice-facts'
import { particularsOf } from './notice-particulars'

export interface NoticeMail {
  readonly kind: NoticeKind
  /** Role of the receiver. */
  readonly to: string
  /** The rule that demands the notice; reminders name theirs in `data`. */
  readonly rule?: string | undefined
  /** Of the event that the notice tells of. */
  readonly data: Readonly<Record<string, unknown>>
  readonly petition: PetitionView
  readonly host: Pick<Host, 'name' | 'email'>
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
  readonly now: Instant
  /** The author's own page by its sealed token, in what goes to the author. */
  readonly authorToken?: string
}

/** A statutory notice as a mail: Ukrainian, then English, with the item of the statute that demands it. */
export function renderNotice(notice: NoticeMail): RenderedMail {
  const { kind, petition } = notice
  const subject = textsOf('uk').notices[kind].subject(factsOf('uk', notice))
  return renderLetters(`${subject}: ${petition.title}`, [letterIn('uk', notice), letterIn('en', notice)])
}

function letterIn(locale: Locale, notice: NoticeMail): Letter {
  const t = textsOf(locale)
  const facts = factsOf(locale, notice)
  const parts: Part[] = [
    t.greeting,
    t.notices[notice.kind].body(facts),
    {
      facts: [
        [t.facts.title, t.facts.named(facts.number, facts.title)],
        [t.facts.council, facts.council],
      ],
    },
    ...particularsOf(locale, notice),
    ...linkFor(locale, notice),
    ...basisOf(locale, notice),
    t.signature,
  ]
  return { locale, parts }
}

/** Roles that work at the desk; all others are led to the public page. */
const AT_DESK = ['moderator', 'secretary', 'head', 'operator', 'ngo-editor']

function linkFor(locale: Locale, { to, petition, publicUrl, authorToken }: NoticeMail): Part[] {
  const t = textsOf(locale)
  if (AT_DESK.includes(to)) {
    return [{ link: publicUrl + href(locale, paths.deskPetition(petition.id)), label: t.toDesk }]
  }
  const own = authorToken && publicUrl + withToken(href(locale, paths.author), authorToken)
  return [
    ...(petition.publishedAt
      ? [{ link: publicUrl + href(locale, paths.petition(petition.id)), label: t.toPetition }]
      : []),
    ...(own ? [{ link: own, label: t.toOwnPage }] : []),
  ]
}

/** «Підстава: п. 11 Положення … (R10).» */
function basisOf(locale: Locale, { rule, data }: NoticeMail): Part[] {
  const id = typeof data.rule === 'string' ? data.rule : rule
  return id ? [textsOf(locale).basis(ruleOf(id).item[locale], id)] : []
}
