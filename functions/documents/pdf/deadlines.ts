import type { Locale } from '../../../shared/locale'
import type { DeadlineView } from '../../../shared/petition/view'
import { lateness } from '../../../web/components/deadlines'
import { textsOf } from '../../../web/texts'
import { formatDate, formatMoment } from '../../../web/texts/format'
import { roleIn } from '../../../web/texts/speech'
import type { PartProps } from './part'
import { Table } from './table'

/** Every obligation: who owes it by which item, until when, and what became of it. */
export function deadlines({ sheet, source: { petition }, locale }: PartProps): void {
  const { petition: t, documents: d } = textsOf(locale)
  const part = sheet.part(t.deadlines)
  if (petition.deadlines.length === 0) {
    sheet.prose(part, t.noDeadlines)
  } else {
    const columns = [
      { title: d.obligation, share: 0.28 },
      { title: t.owes, share: 0.18 },
      { title: t.basis, share: 0.18 },
      { title: t.due, share: 0.17 },
      { title: d.state, share: 0.19 },
    ]
    const table = new Table(sheet, part, { columns, size: 8.5 })
    for (const deadline of petition.deadlines) table.row(cells(locale, deadline))
    table.end()
  }
  part.end()
}

function cells(locale: Locale, deadline: DeadlineView): string[] {
  const { title, actor, source, rule } = deadline
  return [
    title[locale],
    roleIn(locale, actor),
    `${source[locale]} (${rule})`,
    dueIn(locale, deadline),
    stateIn(locale, deadline),
  ]
}

function dueIn(locale: Locale, { due, extension }: DeadlineView): string {
  const day = formatDate(locale, due)
  if (!extension) return day
  return `${day}. ${textsOf(locale).petition.extended(formatDate(locale, extension.from), extension.reason)}`
}

function stateIn(locale: Locale, deadline: DeadlineView): string {
  const t = textsOf(locale).petition
  const { status, metAt } = deadline
  if (status === 'met' && metAt) return t.met(formatMoment(locale, metAt))
  if (status === 'met-late' && metAt)
    return t.metLate(formatMoment(locale, metAt), lateness(locale, deadline))
  if (status === 'dropped') return t.dropped
  return status === 'overdue' ? t.overdue + lateness(locale, deadline) : t.open
}
