import type { DossierSigner } from '../../../shared/http/dossier'
import type { Locale } from '../../../shared/locale'
import type { DaysView } from '../../../shared/log/days'
import { textsOf } from '../../../web/texts'
import { formatNumber } from '../../../web/texts/format'
import type { PetitionCase } from '../dossier/case'
import type { Typeface } from '../typefaces'
import { answers } from './answers'
import { checkpoint } from './checkpoint'
import { contents } from './contents'
import { cover } from './cover'
import { days } from './days'
import { deadlines } from './deadlines'
import { annulments, journal, notices } from './journal'
import type { PartProps } from './part'
import { Sheet } from './sheet'
import { signers } from './signers'

export interface DossierPdf {
  readonly source: PetitionCase
  readonly days: DaysView
  readonly signers: AsyncIterable<readonly DossierSigner[]>
  readonly locale: Locale
  readonly typeface: Typeface
}

/**
 * The dossier for the council's file, as a tagged PDF in parts. The same petition at the same moment gives the same
 * bytes. The list of signers comes last: it alone may be long, and each of its pages leaves as it is full.
 */
export async function* dossierPdf(dossier: DossierPdf): AsyncGenerator<Uint8Array> {
  const { source, locale } = dossier
  const sheet = openSheet(dossier)
  const props = { sheet, source, locale }
  cover(props)
  const fillContents = contents(props)
  text(props)
  answers(props)
  days(props, dossier.days)
  deadlines(props)
  annulments(props)
  journal(props)
  notices(props)
  checkpoint(props)
  yield* signers(props, dossier.signers, fillContents)
  sheet.root.end()
  sheet.doc.end()
  yield sheet.drain()
}

function openSheet({ source: { petition, madeAt }, locale, typeface }: DossierPdf): Sheet {
  const t = textsOf(locale)
  const number = t.petition.number(formatNumber(locale, petition.number))
  return new Sheet({
    typeface,
    locale,
    title: `${t.documents.coverTitle}. ${number}. ${petition.title}`,
    madeAt,
    foot: `${number} · ${petition.community.name[locale]}`,
    pageWords: (page) => t.site.page(formatNumber(locale, page)),
  })
}

function text({ sheet, source: { petition }, locale }: PartProps): void {
  const t = textsOf(locale).petition
  const part = sheet.part(t.text, true)
  sheet.prose(part, petition.text)
  if (petition.wantsHearing) sheet.prose(part, t.hearingWish, { font: 'bold' })
  part.end()
}
