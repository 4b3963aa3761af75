import { textsOf } from '../../../web/texts'
import { formatDay, formatNumber, formatShortDay } from '../../../web/texts/format'
import { signaturesIn } from '../../../web/texts/speech'
import { type DayCount, drawChart } from './chart'
import type { PartProps } from './part'
import { Table } from './table'

/** Signatures a day: the chart, and the same as a table. */
export function days({ sheet, source: { petition }, locale }: PartProps, counts: readonly DayCount[]): void {
  if (!petition.publishedAt) return
  const t = textsOf(locale).documents
  const part = sheet.part(t.days)
  if (counts.length === 0) {
    sheet.prose(part, petition.namesErasedAt ? t.daysErased : t.noSignatures)
    part.end()
    return
  }
  const best = counts.reduce((best, day) => (day.count > best.count ? day : best))
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const most = t.mostOnDay(signaturesIn(locale, best.count), formatDay(locale, best.date))
  sheet.prose(part, most)
  drawChart(sheet, part, counts, {
    alt: `${t.days}. ${t.inAll(signaturesIn(locale, total))} ${most}`,
    day: (day) => formatShortDay(locale, day),
    number: (n) => formatNumber(locale, n),
  })
  const columns = [
    { title: t.day, share: 0.5 },
    { title: t.signatures, share: 0.5 },
  ]
  const table = new Table(sheet, part, { columns, rules: false })
  for (const { date, count } of counts) {
    table.row([formatShortDay(locale, date), formatNumber(locale, count)])
  }
  table.end()
  part.end()
}
