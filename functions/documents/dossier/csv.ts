import type { DossierSigner } from '../../../shared/http/dossier'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../../web/texts'
import { formatShortDay } from '../../../web/texts/format'
import { BOM, spreadsheetRows } from '../../http/spreadsheet'

/**
 * The signers as a table for Excel, in parts.
 */
export async function* signersCsv(
  locale: Locale,
  signers: AsyncIterable<readonly DossierSigner[]>,
): AsyncGenerator<string> {
  const t = textsOf(locale).petition
  yield BOM +
    spreadsheetRows(locale, [[t.signerNumber, t.signerName, t.signerDate, textsOf(locale).documents.remark]])
  for await (const some of signers)
    yield spreadsheetRows(
      locale,
      some.map((signer) => cells(locale, signer)),
    )
}

function cells(locale: Locale, signer: DossierSigner): (string | number)[] {
  const t = textsOf(locale)
  if ('erased' in signer) return [signer.number, '', '', t.documents.erased]
  const remark = signer.annulled ? t.petition.signerAnnulled : ''
  return [signer.number, signer.name, formatShortDay(locale, signer.date), remark]
}
