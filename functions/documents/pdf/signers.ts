import type { DossierSigner } from '../../../shared/http/dossier'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../../web/texts'
import { formatNumber, formatShortDay } from '../../../web/texts/format'
import { signaturesIn } from '../../../web/texts/speech'
import type { PartProps } from './part'
import type { Element } from './sheet'
import { Table } from './table'

/** Entries of the log beyond which nobody would leaf through the list: the CSV has it. */
const MOST_PRINTED = 200_000

/**
 * The list of people who signed, each with number, name and day (R5). Pages leave as they are full.
 * @param fillContents called as soon as it is known on which page the list begins
 */
export async function* signers(
  props: PartProps,
  list: AsyncIterable<readonly DossierSigner[]>,
  fillContents: () => void,
): AsyncGenerator<Uint8Array> {
  const { sheet, source, locale } = props
  if (!source.petition.publishedAt) return fillContents()
  const part = sheet.part(textsOf(locale).petition.signersTitle, true)
  fillContents()
  sheet.prose(part, leadOf(props))
  if (source.leaves > 0 && source.leaves <= MOST_PRINTED) yield* rows(props, list, part)
  part.end()
}

async function* rows(
  { sheet, locale }: PartProps,
  list: AsyncIterable<readonly DossierSigner[]>,
  part: Element,
): AsyncGenerator<Uint8Array> {
  const t = textsOf(locale).petition
  const columns = [
    { title: t.signerNumber, share: 0.14 },
    { title: t.signerName, share: 0.62 },
    { title: t.signerDate, share: 0.24 },
  ]
  sheet.stream()
  const table = new Table(sheet, part, { columns, rules: false })
  for await (const some of list) {
    for (const signer of some) table.row(cells(locale, signer))
    yield sheet.drain()
  }
  table.end()
}

function cells(locale: Locale, signer: DossierSigner): string[] {
  const t = textsOf(locale)
  const number = formatNumber(locale, signer.number)
  if ('erased' in signer) return [number, t.documents.erased, '']
  const annulled = signer.annulled ? ` (${t.petition.signerAnnulled})` : ''
  return [number, signer.name + annulled, formatShortDay(locale, signer.date)]
}

function leadOf({ source, locale }: PartProps): string {
  const t = textsOf(locale)
  if (source.leaves === 0) return t.documents.noSignatures
  const total = t.documents.inAll(signaturesIn(locale, source.petition.count))
  return `${total} ${source.leaves > MOST_PRINTED ? t.documents.tooMany : t.documents.numbers}`
}
