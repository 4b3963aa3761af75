import type { ViewDeps } from '../actions/view-petition'
import type { Background } from '../ports/background'
import type { BundledFiles } from '../ports/bundled-files'
import type { ObjectStore } from '../ports/object-store'
import type { PetitionStore } from '../ports/petition-store'
import type { SessionDeps } from '../staff/session'
import type { TrailDeps } from '../staff/trail'
import type { KeyDeps } from '../systems/deps'
import type { DossierOrder } from './dossier/order'
import type { Typefaces } from './typefaces'

/** What documents rest on. */
export interface DocumentsDeps extends SessionDeps, KeyDeps, Omit<TrailDeps, 'communities'>, ViewDeps {
  readonly petitions: Pick<PetitionStore, 'load' | 'loadRecord'>
  readonly objects: ObjectStore
  readonly files: BundledFiles
  readonly typefaces: Typefaces
  readonly background: Background<DossierOrder>
  /** Public address of the site without a slash at its end. */
  readonly publicUrl: string
}
