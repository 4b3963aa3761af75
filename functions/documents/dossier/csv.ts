import { stringify } from 'csv-stringify/sync'
import type { DossierSigner } from '../../../shared/http/dossier'
import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../../web/texts'
import { formatShortDay } from '../../../web/texts/format'

/** Tells Excel that the file is UTF-8. */
const BOM = '\ufeff'

/**
 * What Excel takes for the end of a cell: a Ukrainian one, whose decimal sign is the comma, the semicolon; an English
 * one the comma.
 */
const DELIMITER: Record<Locale, string> = { uk: ';', en: ',' }

/**
 * The signers as a table for Excel (RFC 4180 but for the Ukrainian delimiter), in parts. A cell that a program would
 * take for a formula begins with an apostrophe.
 */
export async function* signersCsv(
  locale: Locale,
  signers: AsyncIterable<readonly DossierSigner[]>,
): AsyncGenerator<string> {
  const t = textsOf(locale).petition
  yield BOM + rows(locale, [[t.signerNumber, t.signerName, t.signerDate, textsOf(locale).documents.remark]])
  for await (const some of signers)
    yield rows(
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

function rows(locale: Locale, records: readonly (readonly (string | number)[])[]): string {
  return stringify(records as (string | number)[][], {
    delimiter: DELIMITER[locale],
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
