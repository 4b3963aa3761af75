import { personIdOf } from '../../shared/signing/person-id'

/** Somebody who has shown who they are. */
export interface Person {
  /** Normalised address that a mailed link, or a provider, has proven. */
  readonly email?: string
  /** Every id under which they may have signed (`personIdOf`). */
  readonly ids: readonly string[]
}

/** Who opened a link mailed to this address. */
export function personAt(email: string): Person {
  return { email, ids: [personIdOf({ email })] }
}
