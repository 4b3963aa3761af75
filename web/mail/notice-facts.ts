import type { Locale } from '../../shared/locale'
import type { NoticeKind } from '../../shared/petition/notices'
import { ruleOf } from '../../shared/petition/rules'
import type { PetitionView } from '../../shared/petition/view'
import { formatDate, formatDay, formatNumber } from '../texts/format'
import { roleIn, signaturesIn } from '../texts/speech'
import type { NoticeFacts } from '../texts/uk/mail'
import type { NoticeMail } from './notice'

/** The obligation whose due day a notice names, where that is not the rule behind the notice itself. */
const DUE_OF: Partial<Record<NoticeKind, string>> = {
  submitted: 'R2',
  'consideration-begun': 'R13',
  extended: 'R13',
  'collection-ended': 'R8',
  'appeal-registered': 'R8',
}

/** What facts follow from. */
type Told = Pick<NoticeMail, 'kind' | 'petition' | 'data'> & { readonly rule?: string | undefined }

/** What the notice's words name, in one language. */
export function factsOf(locale: Locale, notice: Told): NoticeFacts {
  const { petition, data, kind } = notice
  const rule = typeof data.rule === 'string' ? data.rule : (DUE_OF[kind] ?? notice.rule)
  const owed = rule ? ruleOf(rule) : undefined
  return {
    title: petition.title,
    number: formatNumber(locale, petition.number),
    council: petition.community.council[locale],
    count: signaturesIn(locale, countIn(notice)),
    threshold: formatNumber(locale, petition.threshold),
    closesOn: petition.closesOn ? formatDay(locale, petition.closesOn) : '',
    due: dueIn(locale, petition, rule, data),
    duty: owed ? lowerFirst(locale, owed.title[locale]) : '',
    actor: owed ? roleIn(locale, owed.actor) : '',
  }
}

/** Of an open question the count of now: the log may have taken more annulments since it was asked. */
function countIn({ kind, data, petition }: Told): number {
  if (kind === 'fell-below' && petition.shortfall) return petition.shortfall.count
  return typeof data.count === 'number' ? data.count : petition.count
}

function dueIn(
  locale: Locale,
  petition: PetitionView,
  rule: string | undefined,
  data: NoticeMail['data'],
): string {
  if (typeof data.dueAt === 'string') return formatDate(locale, data.dueAt)
  const due = petition.deadlines.findLast((deadline) => deadline.rule === rule)?.due
  return due ? formatDate(locale, due) : ''
}

/** A rule's title inside a sentence. */
function lowerFirst(locale: Locale, text: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleLowerCase(locale) + rest.join('')
}
