import type { ConfirmPetitionDeps } from '../actions/confirm-petition'
import type { ConfirmSignatureDeps } from '../actions/confirm-signature'
import type { SubmitDeps } from '../actions/submit-petition'
import type { CountReader } from '../ports/count-reader'
import type { LogKey } from '../ports/log-signer'

/** What the public API rests on. */
export interface ApiDeps extends SubmitDeps, ConfirmPetitionDeps, ConfirmSignatureDeps {
  readonly counts: CountReader
  readonly logSigner: LogKey
  readonly publicUrl: string
  /** Header that carries the reader's address. */
  readonly addressHeader: string
}
