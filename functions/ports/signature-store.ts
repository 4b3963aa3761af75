import type { Instant } from '../../shared/calendar/day'
import type { Identity } from '../../shared/community/settings'
import type { PersonName } from '../../shared/signing/person-name'
import type { SignatureKey } from '../../shared/signing/signature-id'
import type { SignatureTraits } from '../../shared/signing/traits'

/** A confirmed signature, as it is first written. */
export interface NewSignature extends SignatureKey {
  readonly person: PersonName
  readonly confirmedAt: Instant
  /** Salts of the log's commitments, 32 random bytes each; they live only in this row. */
  readonly nameSalt: Uint8Array
  readonly personSalt: Uint8Array
  /** How the person was identified. */
  readonly level: Identity
  /** What was seen when the signature was asked for; absent where nothing was. */
  readonly traits?: SignatureTraits
}

/** What can be told of a signature that stands. */
export interface SignatureState {
  readonly confirmedAt: Instant
  /** Its leaf in the petition's log, once sequenced. */
  readonly index?: number
}

/** Confirmed signatures, one a person and petition. */
export interface SignatureStore {
  /**
   * Writes the signature unless the same person's stands; durable on return. A call that throws may still
   * have written it: repeating it then finds that signature.
   * @returns undefined when it was written, else the one that stood before
   */
  add(signature: NewSignature): Promise<SignatureState | undefined>
  /** Strongly consistent. */
  find(key: SignatureKey): Promise<SignatureState | undefined>
  /** The code of the ground on which the signature at `index` was annulled; undefined while it stands. */
  annulment(petitionId: string, index: number): Promise<string | undefined>
}
