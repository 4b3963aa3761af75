import type { Locale } from '../../shared/locale'

/** A contrast with one figure after the point, cut rather than rounded: 4.49 is never said to be 4.5. */
export function formatContrast(locale: Locale, contrast: number): string {
  const cut = Math.floor(contrast * 10) / 10
  return cut.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}
