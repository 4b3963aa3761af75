import { canonicalAddress } from './canonical-address'

/** What identity providers may say of who somebody is; each is absent where nobody said it. */
export interface Identifiers {
  /** РНОКПП, or series and number of the passport of who declined one (drfocode). */
  readonly taxNumber?: string
  /** УНЗР: number in the Unified State Demographic Register. */
  readonly registerNumber?: string
  /** Normalised address; all spellings that reach the same mailbox are one person. */
  readonly email?: string
}

/**
 * Who somebody is, whichever provider says so: by tax number, else register number, else address. It goes into the
 * person key alone and is never kept.
 * @throws RangeError without any identifier
 */
export function personIdOf({ taxNumber, registerNumber, email }: Identifiers): string {
  if (taxNumber) return `tax:${taxNumber}`
  if (registerNumber) return `register:${registerNumber}`
  if (email) return `email:${canonicalAddress(email)}`
  throw new RangeError('nothing says who this person is')
}
