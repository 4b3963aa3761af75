import { DOSSIER_KINDS, type DossierKind } from '../../../shared/http/dossier'
import { LOCALES, type Locale } from '../../../shared/locale'

/** Which file is asked for. */
export interface DossierName {
  readonly petitionId: string
  readonly kind: DossierKind
  readonly locale: Locale
}

/** A file to be made in the background. */
export interface DossierOrder extends DossierName {
  readonly order: 'dossier'
  /** Key of the object that it is to become. */
  readonly key: string
}

/** Every file that a petition can have. */
export function dossierNames(petitionId: string): DossierName[] {
  return DOSSIER_KINDS.flatMap((kind) => LOCALES.map((locale) => ({ petitionId, kind, locale })))
}

/** Tells an order from a request. */
export function isDossierOrder(event: object): event is DossierOrder {
  return 'order' in event && event.order === 'dossier'
}
