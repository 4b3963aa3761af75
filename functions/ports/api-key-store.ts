import type { Instant } from '../../shared/calendar/day'
import type { OfficeEntry } from '../../shared/staff/office-entry'
import type { ApiKey } from '../../shared/systems/api-key'
import type { Place } from '../../shared/systems/place'

/** Keys of organisations' systems, each change together with its line in the office's register. */
export interface ApiKeyStore {
  find(id: string): Promise<ApiKey | undefined>
  /** Newest first. */
  of(place: Place): Promise<readonly ApiKey[]>
  add(key: ApiKey, entry: OfficeEntry): Promise<void>
  /**
   * Adds a key and ends the one it replaces.
   * @throws DomainError `conflict` where that one was replaced or revoked meanwhile; nothing is written
   */
  replace(old: ApiKey, by: ApiKey, entry: OfficeEntry): Promise<void>
  /** @throws DomainError `conflict` where it was revoked before */
  revoke(key: ApiKey, at: Instant, entry: OfficeEntry): Promise<void>
  used(id: string, at: Instant): Promise<void>
}
