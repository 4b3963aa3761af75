import type { ConfirmPetitionDeps } from '../actions/confirm-petition'
import type { ConfirmSignatureDeps } from '../actions/confirm-signature'
import type { FollowDeps } from '../actions/follow-petition'
import type { RenewLinkDeps } from '../actions/renew-link'
import type { AuthorLinkDeps } from '../actions/request-author-link'
import type { ViewDeps } from '../actions/view-petition'
import type { MailMessage } from '../ports/mail-message'
import type { PetitionStore } from '../ports/petition-store'
import type { Queue } from '../ports/queue'
import type { SignatureLog } from '../ports/signature-log'
import type { SimilarPetitions } from '../ports/similar-petitions'
import type { LinkTokens } from '../signing/link-token'

/** What the pages behind mailed links rest on. */
export interface PagesDeps
  extends ConfirmPetitionDeps,
    ConfirmSignatureDeps,
    AuthorLinkDeps,
    FollowDeps,
    RenewLinkDeps {
  readonly petitions: ConfirmPetitionDeps['petitions'] &
    ViewDeps['petitions'] &
    Pick<PetitionStore, 'published'>
  readonly tokens: LinkTokens
  readonly log: Pick<SignatureLog, 'state'>
  readonly mailQueue: Queue<MailMessage>
  readonly similar: SimilarPetitions
  /** Header that carries the reader's address. */
  readonly addressHeader: string
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
}
