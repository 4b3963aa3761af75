import type { Locale } from '../../shared/locale'
import type { NoticeKind } from '../../shared/petition/notices'
import { href, paths } from '../addresses'
import { textsOf as siteTexts } from '../texts'
import { formatDate, formatMoment } from '../texts/format'
import { textsOf } from '../texts/mail'
import { signaturesIn, termIn } from '../texts/speech'
import type { Part } from './letter'
import type { NoticeMail } from './notice'

type Particulars = (locale: Locale, notice: NoticeMail) => Part[]

/** What the law wants a notice to hold besides its news: grounds, data of the collection, answers in full. */
export function particularsOf(locale: Locale, notice: NoticeMail): Part[] {
  return PARTICULARS[notice.kind]?.(locale, notice) ?? []
}

const PARTICULARS: Partial<Record<NoticeKind, Particulars>> = {
  refused,
  dossier,
  'appeal-registered': appealRegistered,
  'appeal-answered': appealAnswered,
  extended,
  'consideration-kept': reasonGiven,
  'collection-resumed': reasonGiven,
  announced,
  answered,
}

/** R3: the ground that the law names, and the moderator's explanation. */
function refused(locale: Locale, { petition: { refusal } }: NoticeMail): Part[] {
  if (!refusal) return []
  const t = textsOf(locale).facts
  return [
    { facts: [[t.ground, `${refusal.text[locale]} (${refusal.item})`]] },
    { heading: t.explanation },
    { quote: refusal.explanation },
  ]
}

/** R9 (п. 10): what the NGO must tell the council. */
function dossier(locale: Locale, { petition, host, publicUrl, now, data }: NoticeMail): Part[] {
  const t = textsOf(locale).facts
  const total = typeof data.count === 'number' ? data.count : petition.count
  return [
    {
      facts: [
        [t.startDate, petition.publishedAt ? formatMoment(locale, petition.publishedAt) : ''],
        [t.sentAt, formatMoment(locale, now)],
        [t.total, signaturesIn(locale, total)],
        [t.length, termIn(locale, petition.collection)],
        [t.ngo, host.name[locale]],
        [t.ngoEmail, host.email],
      ],
    },
    { link: publicUrl + href(locale, paths.signers(petition.id)), label: t.signers },
  ]
}

function appealRegistered(locale: Locale, { petition: { appeal } }: NoticeMail): Part[] {
  if (!appeal?.registrationNumber) return []
  return [{ facts: [[textsOf(locale).facts.registrationNumber, appeal.registrationNumber]] }]
}

function appealAnswered(locale: Locale, { petition: { appeal } }: NoticeMail): Part[] {
  if (!appeal?.answer) return []
  return [{ heading: textsOf(locale).facts.answer }, { quote: appeal.answer }]
}

/** R16: the reason, and where the hearings are announced. */
function extended(locale: Locale, { petition: { hearing } }: NoticeMail): Part[] {
  if (!hearing) return []
  const t = textsOf(locale).facts
  const parts: Part[] = [{ heading: t.reason }, { quote: hearing.reason }]
  return hearing.url ? [...parts, { link: hearing.url, label: t.hearing }] : parts
}

/** Why staff decided as they did after an annulment. */
function reasonGiven(locale: Locale, { data }: NoticeMail): Part[] {
  if (typeof data.reason !== 'string') return []
  return [{ heading: textsOf(locale).facts.reason }, { quote: data.reason }]
}

/** R17: the outcome, and the head's own words. */
function announced(locale: Locale, notice: NoticeMail): Part[] {
  const { announcement } = notice.petition
  const t = textsOf(locale).facts
  const statement: Part[] = announcement?.statement
    ? [{ heading: t.statement }, { quote: announcement.statement }]
    : []
  return [...outcome(locale, notice), ...statement]
}

/** R18: the written copy of the answer with its reasons; R21: the right to appeal. */
function answered(locale: Locale, notice: NoticeMail): Part[] {
  const { answer } = notice.petition
  if (!answer) return []
  const t = textsOf(locale).facts
  return [
    ...outcome(locale, notice),
    { facts: [[siteTexts(locale).petition.answeredAt, formatDate(locale, answer.at)]] },
    { heading: t.answer },
    { quote: answer.text },
    { heading: t.reasons },
    { quote: answer.reasons },
    t.appealRight,
  ]
}

function outcome(locale: Locale, { petition }: NoticeMail): Part[] {
  if (!petition.outcome) return []
  return [{ facts: [[textsOf(locale).facts.outcome, siteTexts(locale).petition.outcomes[petition.outcome]]] }]
}
