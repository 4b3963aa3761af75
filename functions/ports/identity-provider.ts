import type { IdentifiedPerson, ProviderLevel } from '../../shared/identity/identified-person'

/** What the site keeps between sending somebody to a provider and their return; only it can read it. */
export interface Remembered {
  /** Comes back in the answer; tells which request it answers. */
  readonly state: string
  /** Whatever else the provider's protocol needs. */
  readonly secrets: Readonly<Record<string, string>>
}

/** Somebody who vouches for who a person is. */
export interface IdentityProvider {
  readonly level: ProviderLevel
  /**
   * Begins: where the browser goes, and what to remember till it is back.
   * @throws IdentityFailure `unavailable`
   */
  begin(): Promise<{ readonly address: string; readonly remembered: Remembered }>
  /**
   * Ends what `begin` began. Nothing that the provider said is kept but the answer.
   * @param callback parameters of the address at which the browser is back
   * @throws IdentityFailure of any reason but `expired`, which also says that a code was used before
   */
  finish(callback: URLSearchParams, remembered: Remembered): Promise<IdentifiedPerson>
}
