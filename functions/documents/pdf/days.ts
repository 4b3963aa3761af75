import type { DayCounts, DaysView } from '../../../shared/log/days'
import { textsOf } from '../../../web/texts'
import { formatDay, formatNumber, formatShortDay } from '../../../web/texts/format'
import { signaturesIn } from '../../../web/texts/speech'
import { drawChart } from './chart'
import type { PartProps } from './part'
import type { Element } from './sheet'
import { Table } from './table'

/** Signatures a day: the chart, and the same as a table. */
export function days(props: PartProps, { days }: DaysView): void {
  const { sheet, source, locale } = props
  if (!source.petition.publishedAt) return
  const t = textsOf(locale).documents
  const part = sheet.part(t.days)
  if (days.length === 0) sheet.prose(part, t.noSignatures)
  else chartAndTable(props, part, days)
  part.end()
}

function chartAndTable({ sheet, locale }: PartProps, part: Element, days: readonly DayCounts[]): void {
  const t = textsOf(locale).documents
  const signed = days.filter((day) => day.signed > 0)
  const best = signed.reduce((best, day) => (day.signed > best.signed ? day : best))
  const lead = [t.mostOnDay(signaturesIn(locale, best.signed), formatDay(locale, best.day))]
  if (days.some(({ annulled }) => annulled > 0)) lead.push(t.alsoAnnulled)
  sheet.prose(part, lead.join(' '))
  drawChart(sheet, part, signed, {
    alt: `${t.days}. ${lead.join(' ')}`,
    day: (day) => formatShortDay(locale, day),
    number: (n) => formatNumber(locale, n),
  })
  const columns = [t.day, t.signatures, t.annulled].map((title) => ({ title, share: 1 / 3 }))
  const table = new Table(sheet, part, { columns, rules: false })
  for (const { day, signed, annulled } of days) {
    table.row([formatShortDay(locale, day), formatNumber(locale, signed), formatNumber(locale, annulled)])
  }
  table.end()
}
