import type { ConfirmPetitionDeps } from '../actions/confirm-petition'
import type { ConfirmSignatureDeps } from '../actions/confirm-signature'
import type { AuthorLinkDeps } from '../actions/request-author-link'
import type { ViewDeps } from '../actions/view-petition'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import type { SimilarPetitions } from '../ports/similar-petitions'
import type { LinkTokens } from '../signing/link-token'

/** What the pages behind mailed links rest on. */
export interface PagesDeps extends ConfirmPetitionDeps, ConfirmSignatureDeps, AuthorLinkDeps {
  readonly petitions: ConfirmPetitionDeps['petitions'] & ViewDeps['petitions']
  readonly tokens: LinkTokens
  readonly mailQueue: Queue<MailMessage>
  readonly similar: SimilarPetitions
  /** Header that carries the reader's address. */
  readonly addressHeader: string
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
}
