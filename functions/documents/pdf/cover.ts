import { textsOf } from '../../../web/texts'
import { formatDay, formatMoment, formatNumber } from '../../../web/texts/format'
import { nameOf, signaturesIn, termIn } from '../../../web/texts/speech'
import type { PartProps } from './part'
import { COLOURS, PAGE } from './sheet'
import { Table } from './table'

/** The first page: whose petition it is, what it asks for, how it stands. */
export function cover(props: PartProps): void {
  const { sheet, source, locale } = props
  const { community, number, title } = source.petition
  const t = textsOf(locale)
  const soft = { size: 12, colour: COLOURS.soft }
  sheet.doc.addPage()
  sheet.artifact((doc) => doc.rect(0, 0, PAGE.width, 10).fill(COLOURS.brand))
  const page = sheet.doc.struct('Sect')
  sheet.root.add(page)
  sheet.doc.y = PAGE.top + 14
  sheet.put(page, 'P', community.council[locale], { ...soft, after: 2 })
  sheet.put(page, 'P', community.name[locale], { ...soft, after: 26 })
  const over = `${t.documents.coverTitle}. ${t.petition.number(formatNumber(locale, number))}`
  sheet.put(page, 'P', over, { font: 'bold', size: 12, colour: COLOURS.brand, after: 10 })
  sheet.put(page, 'H1', title, { font: 'bold', size: title.length > 160 ? 16 : 22, after: 14 })
  sheet.put(page, 'P', standing(props), { font: 'bold', size: 12, after: 18 })
  const columns = [
    { title: t.documents.fact, share: 0.36 },
    { title: t.documents.value, share: 0.64 },
  ]
  const table = new Table(sheet, page, { columns, size: 9.5 })
  for (const fact of facts(props)) table.row(fact)
  table.end()
  page.end()
}

function standing({ source: { petition }, locale }: PartProps): string {
  const t = textsOf(locale).petition
  const { status, outcome, publishedAt, count, threshold } = petition
  const words = outcome ? `${t.statuses[status]} (${t.outcomes[outcome]})` : t.statuses[status]
  if (!publishedAt) return words
  return `${words} · ${signaturesIn(locale, count)} ${t.neededShort(formatNumber(locale, threshold))}`
}

function facts({ source, locale }: PartProps): [string, string][] {
  const { petition, log, madeAt, publicUrl, host, dispatchedAt } = source
  const { petition: t, documents: d } = textsOf(locale)
  const moment = (at: string | undefined) => at && formatMoment(locale, at)
  const all: [string, string | undefined][] = [
    [t.author, nameOf(petition.author)],
    [t.addressee, petition.community.council[locale]],
    [t.host, petition.host.name[locale]],
    [d.hostEmail, host.kind === 'ngo' ? host.email : undefined],
    [t.submittedAt, moment(petition.submittedAt)],
    [t.publishedAt, moment(petition.publishedAt)],
    [d.collection, termIn(locale, petition.collection)],
    [t.closesOn, petition.closesOn && formatDay(locale, petition.closesOn)],
    [t.needed, formatNumber(locale, petition.threshold)],
    [d.collected, petition.publishedAt && formatNumber(locale, petition.count)],
    [t.thresholdReachedAt, moment(petition.thresholdReachedAt)],
    [d.sentToCouncil, moment(dispatchedAt)],
    [t.answeredAt, moment(petition.answer?.at)],
    [d.page, petition.publishedAt && `${publicUrl}/petitions/${petition.id}`],
    [d.logOrigin, petition.log?.origin],
    [d.logSize, petition.log && formatNumber(locale, petition.log.size)],
    [d.logRoot, log?.checkpoint.split('\n')[2]],
    [d.madeAt, formatMoment(locale, madeAt)],
  ]
  return all.filter((fact): fact is [string, string] => Boolean(fact[1]))
}
