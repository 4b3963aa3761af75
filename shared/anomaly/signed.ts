import type { Instant } from '../calendar/day'
import type { Identity } from '../community/settings'
import type { SignatureTraits } from '../signing/traits'

/** A signature in its place on the list, as far as it can be compared with others. */
export interface Signed {
  /** Place in the petition's log. */
  readonly index: number
  readonly at: Instant
  /** Surname, given name, patronymic, apart by single spaces. */
  readonly name: string
  /** How its signer was identified. */
  readonly level: Identity
  /** Absent where nothing was noted of where it came from. */
  readonly traits?: SignatureTraits
  readonly annulled: boolean
}
