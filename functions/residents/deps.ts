import type { ProviderLevel } from '../../shared/identity/identified-person'
import type { ConfirmSignatureDeps } from '../actions/confirm-signature'
import type { CommunityStore } from '../ports/community-store'
import type { IdentityProvider } from '../ports/identity-provider'
import type { KeyRing } from '../ports/key-ring'
import type { MailMessage } from '../ports/mail-message'
import type { Metrics } from '../ports/metrics'
import type { PetitionStore } from '../ports/petition-store'
import type { Queue } from '../ports/queue'
import type { Throttle } from '../ports/throttle'
import type { LinkTokens } from '../signing/link-token'
import type { EraseDeps } from './erase'
import type { ResidentLinkDeps } from './links'
import type { SearchDeps } from './search'
import type { WithdrawDeps } from './withdraw'

/** What identification and a resident's own pages rest on. */
export interface ResidentsDeps
  extends ConfirmSignatureDeps,
    ResidentLinkDeps,
    SearchDeps,
    WithdrawDeps,
    Omit<EraseDeps, 'withdrawals'> {
  readonly communities: CommunityStore
  readonly petitions: PetitionStore
  readonly throttle: Throttle
  readonly keys: KeyRing
  readonly tokens: LinkTokens
  /** Identity providers of this installation. */
  readonly providers: ReadonlyMap<ProviderLevel, IdentityProvider>
  readonly metrics: Metrics
  readonly mailQueue: Queue<MailMessage>
  /** Requests of one address within a day, of one network within an hour. */
  readonly addressPerDay: number
  readonly ipPerHour: number
  /** Header that carries the reader's address. */
  readonly addressHeader: string
  /** Hours for which a mailed link stays valid. */
  readonly linkHours: number
  /** Address of the site without a slash at its end. */
  readonly publicUrl: string
}
