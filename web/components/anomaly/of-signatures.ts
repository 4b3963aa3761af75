import type { Locale } from '../../../shared/locale'
import { textsOf } from '../../texts'
import { plural } from '../../texts/plural'

/** All of which some are told: «24 із 36 підписів», «3 із 21 підпису». */
export function ofSignaturesIn(locale: Locale, all: number): string {
  return plural(locale, all, textsOf(locale).anomaly.units.ofSignatures)
}
