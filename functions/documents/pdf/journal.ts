import { textsOf } from '../../../web/texts'
import { eventDetails, eventIn } from '../../../web/texts/event-words'
import { formatMoment, formatNumber } from '../../../web/texts/format'
import { roleIn, signaturesIn, wordFor } from '../../../web/texts/speech'
import type { PartProps } from './part'
import { Table } from './table'

/** «Журнал подій» */
export function journal({ sheet, source: { petition }, locale }: PartProps): void {
  const { petition: t, documents: d } = textsOf(locale)
  const part = sheet.part(t.journal)
  const columns = [
    { title: d.when, share: 0.24 },
    { title: d.event, share: 0.48 },
    { title: d.who, share: 0.17 },
    { title: d.rule, share: 0.11 },
  ]
  const table = new Table(sheet, part, { columns, size: 8.5, rowHeader: 1 })
  for (const event of petition.events) {
    const details = eventDetails(locale, event, petition)
    table.row([
      formatMoment(locale, event.at),
      details.length > 0 ? `${eventIn(locale, event)} (${details.join('; ')})` : eventIn(locale, event),
      roleIn(locale, event.by),
      event.rules.join(', '),
    ])
  }
  table.end()
  part.end()
}

/** The public ledger of annulments. */
export function annulments({ sheet, source: { petition }, locale }: PartProps): void {
  if (petition.annulments.length === 0) return
  const { petition: t, documents: d } = textsOf(locale)
  const part = sheet.part(t.annulments.title)
  const total = petition.annulments.reduce((sum, { number }) => sum + number, 0)
  sheet.prose(part, t.annulments.lead(signaturesIn(locale, total)))
  const columns = [
    { title: d.when, share: 0.22 },
    { title: d.signatures, share: 0.12 },
    { title: t.basis, share: 0.42 },
    { title: t.annulments.entries, share: 0.24 },
  ]
  const table = new Table(sheet, part, { columns, size: 8.5 })
  for (const { at, number, text, item, entries } of petition.annulments) {
    const ranges = entries.map(({ from, to }) => (from === to ? `${from + 1}` : `${from + 1}–${to + 1}`))
    const ground = item ? `${text[locale]} (${item[locale]})` : text[locale]
    table.row([formatMoment(locale, at), formatNumber(locale, number), ground, ranges.join(', ')])
  }
  table.end()
  part.end()
}

/** What was sent to whom by role, with the evidence that it went. */
export function notices({ sheet, source: { petition }, locale }: PartProps): void {
  if (petition.notices.length === 0) return
  const { petition: t, documents: d } = textsOf(locale)
  const part = sheet.part(t.notices)
  const columns = [
    { title: d.notice, share: 0.27 },
    { title: t.noticeTo, share: 0.16 },
    { title: d.state, share: 0.25 },
    { title: t.messageId, share: 0.32 },
  ]
  const table = new Table(sheet, part, { columns, size: 8.5 })
  for (const { kind, to, status, sentAt, createdAt, attempts, messageId } of petition.notices) {
    const tries = attempts > 1 ? `. ${t.attempts(formatNumber(locale, attempts))}` : ''
    table.row([
      wordFor(t.noticeKinds, kind),
      roleIn(locale, to),
      `${t.noticeStatuses[status]}: ${formatMoment(locale, sentAt ?? createdAt)}${tries}`,
      messageId ?? '',
    ])
  }
  table.end()
  part.end()
}
