import type { Instant } from '../../shared/calendar/day'
import type { StaffSession } from '../../shared/staff/staff-session'

/** Sessions of staff. A row that is deleted ends its session with the next request. */
export interface SessionStore {
  /** Read so that an end that was written is seen. */
  session(staffId: string, id: string): Promise<StaffSession | undefined>
  /** All of a member's that have not been deleted, ended ones among them. */
  sessions(staffId: string): Promise<readonly StaffSession[]>
  put(session: StaffSession): Promise<void>
  /**
   * Puts a session in another's place, which goes on until `until`.
   * @returns false, writing nothing, where another was there first or the old one was ended
   */
  replace(old: StaffSession, by: StaffSession, until: Instant): Promise<boolean>
  /** Ending what has ended is no error. */
  end(staffId: string, id: string): Promise<void>
  endAll(staffId: string): Promise<void>
}
