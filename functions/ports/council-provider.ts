import type { Vouched } from '../../shared/staff/council-sign-in'
import type { Remembered } from './identity-provider'

/** Whom a council has vouch for its staff. */
export interface CouncilProvider {
  /** Id of the community. */
  readonly community: string
  /** How its staff have to prove there who they are; absent for any way. */
  readonly acr?: string
  /**
   * Begins: where the browser goes, to sign in there anew, and what to remember till it is back.
   * @throws IdentityFailure `unavailable`
   */
  begin(): Promise<{ readonly address: string; readonly remembered: Remembered }>
  /**
   * Ends what `begin` began.
   * @param callback parameters of the address at which the browser is back
   * @throws IdentityFailure `cancelled`, `expired`, `untrusted`, `unavailable`
   */
  finish(callback: URLSearchParams, remembered: Remembered): Promise<Vouched>
}
