import { stringify } from 'csv-stringify/sync'
import type { Locale } from '../../shared/locale'

/** Tells Excel that the file is UTF-8. */
export const BOM = '\ufeff'

/**
 * What Excel takes for the end of a cell: a Ukrainian one, whose decimal sign is the comma, the semicolon; an English
 * one the comma.
 */
const DELIMITER: Record<Locale, string> = { uk: ';', en: ',' }

/**
 * Rows of a table for Excel (RFC 4180 but for the Ukrainian delimiter). A cell that a program would take for a formula
 * begins with an apostrophe.
 */
export function spreadsheetRows(locale: Locale, records: readonly (readonly (string | number)[])[]): string {
  return stringify(records as (string | number)[][], {
    delimiter: DELIMITER[locale],
    record_delimiter: 'windows',
    escape_formulas: true,
  })
}
