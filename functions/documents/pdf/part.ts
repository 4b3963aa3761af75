import type { Locale } from '../../../shared/locale'
import type { PetitionCase } from '../dossier/case'
import type { Sheet } from './sheet'

/** What each part of the dossier is made of. */
export interface PartProps {
  readonly sheet: Sheet
  readonly source: PetitionCase
  readonly locale: Locale
}
