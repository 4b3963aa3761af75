import { dayOf } from '../../../shared/calendar/day'
import { textsOf } from '../../../web/texts'
import { formatDate, formatDay, formatMoment } from '../../../web/texts/format'
import { signaturesIn } from '../../../web/texts/speech'
import type { PartProps } from './part'

/** What became of the petition: refusal, decision, answer, hearing, appeal, end; nothing while it collects. */
export function answers(props: PartProps): void {
  refusal(props)
  decision(props)
  answer(props)
  hearing(props)
  appeal(props)
  ends(props)
}

/** R3 */
function refusal({ sheet, source: { petition }, locale }: PartProps): void {
  if (!petition.refusal) return
  const t = textsOf(locale).petition
  const { at, text, item, explanation } = petition.refusal
  const part = sheet.part(t.refusal)
  sheet.prose(part, formatMoment(locale, at))
  sheet.heading(part, t.ground)
  sheet.prose(part, `${text[locale]} (${item})`)
  sheet.heading(part, t.explanation)
  sheet.prose(part, explanation)
  part.end()
}

/** R17 */
function decision({ sheet, source: { petition }, locale }: PartProps): void {
  const { announcement, outcome } = petition
  if (!announcement) return
  const t = textsOf(locale).petition
  const part = sheet.part(t.decision)
  if (outcome) sheet.prose(part, t.outcomes[outcome], { font: 'bold' })
  sheet.prose(part, t.announcedAt(formatMoment(locale, announcement.at)))
  if (petition.decision?.text) sheet.prose(part, petition.decision.text)
  if (announcement.statement) {
    sheet.heading(part, t.announcement)
    sheet.prose(part, announcement.statement)
  }
  part.end()
}

/** R18, R21 */
function answer({ sheet, source: { petition }, locale }: PartProps): void {
  if (!petition.answer) return
  const t = textsOf(locale).petition
  const part = sheet.part(t.answer)
  sheet.prose(part, `${t.answeredAt}: ${formatMoment(locale, petition.answer.at)}`)
  sheet.heading(part, t.answerText)
  sheet.prose(part, petition.answer.text)
  sheet.heading(part, t.reasons)
  sheet.prose(part, petition.answer.reasons)
  sheet.heading(part, t.appealRight)
  sheet.prose(part, t.appealRightText)
  part.end()
}

/** R16 */
function hearing({ sheet, source: { petition }, locale }: PartProps): void {
  if (!petition.hearing) return
  const t = textsOf(locale).petition
  const { dueOn, reason, url } = petition.hearing
  const part = sheet.part(t.hearing)
  sheet.prose(part, t.hearingText(formatDay(locale, dueOn)))
  sheet.prose(part, reason)
  if (url) sheet.prose(part, `${t.hearingLink}: ${url}`)
  part.end()
}

/** R8 */
function appeal({ sheet, source: { petition }, locale }: PartProps): void {
  if (!petition.appeal) return
  const t = textsOf(locale).petition
  const { since, count, registrationNumber, answer, answeredAt } = petition.appeal
  const part = sheet.part(t.appeal)
  const last = formatDay(locale, petition.closesOn ?? dayOf(since))
  sheet.prose(part, t.appealText(signaturesIn(locale, count), last))
  if (registrationNumber) sheet.prose(part, `${t.appealNumber}: ${registrationNumber}`)
  if (answer) {
    sheet.heading(part, t.appealAnswer)
    if (answeredAt) sheet.prose(part, formatMoment(locale, answeredAt))
    sheet.prose(part, answer)
  }
  part.end()
}

function ends({ sheet, source: { petition }, locale }: PartProps): void {
  const t = textsOf(locale)
  const { withdrawnAt, archivedAt, namesErasedAt } = petition
  const lines = [
    withdrawnAt && t.petition.withdrawnAt(formatDate(locale, withdrawnAt)),
    archivedAt && t.petition.archivedAt(formatDate(locale, archivedAt)),
    namesErasedAt && t.petition.namesErasedAt(formatDate(locale, namesErasedAt)),
  ].filter((line) => line !== undefined)
  if (lines.length === 0) return
  const part = sheet.part(t.documents.ends)
  for (const line of lines) sheet.prose(part, line)
  part.end()
}
