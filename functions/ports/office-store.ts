import type { Community } from '../../shared/community/settings'
import type { OfficeEntry } from '../../shared/staff/office-entry'
import type { Scope, StaffMember } from '../../shared/staff/staff-member'

/** People and settings of councils and hosts, each change together with its line in the office's register. */
export interface OfficeStore {
  /** Everybody who ever had a role. */
  members(): Promise<readonly StaffMember[]>
  /**
   * @param before as it was read; undefined for somebody new
   * @throws DomainError `conflict` where somebody has changed the member since then; nothing is written
   */
  saveMember(
    scope: Scope,
    member: StaffMember,
    before: StaffMember | undefined,
    entry: OfficeEntry,
  ): Promise<void>
  /** As `saveMember`, for a community of the next version. */
  saveCommunity(community: Community, before: Community, entry: OfficeEntry): Promise<void>
  /** Lines of a council's or host's register, newest first. */
  register(scope: Scope, limit: number): Promise<readonly OfficeEntry[]>
}
