import type { Instant } from '../../shared/calendar/day'
import type { Passkey } from '../../shared/staff/passkey'

/** Public halves of staff's keys. */
export interface PasskeyStore {
  /** A member's, oldest first. */
  passkeys(staffId: string): Promise<readonly Passkey[]>
  passkey(staffId: string, id: string): Promise<Passkey | undefined>
  /** @returns false, writing nothing, where the credential is known already */
  add(passkey: Passkey): Promise<boolean>
  /** Notes a use. @returns false, writing nothing, where another use has moved the counter meanwhile */
  used(passkey: Passkey, counter: number, at: Instant): Promise<boolean>
  /** @returns false where there is no such key */
  rename(staffId: string, id: string, name: string): Promise<boolean>
  /** Removes one while another stands. @returns false, writing nothing, where either is gone */
  remove(staffId: string, id: string, whileStands: string): Promise<boolean>
  removeAll(staffId: string): Promise<void>
}
