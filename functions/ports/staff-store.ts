import type { StaffMember } from '../../shared/staff/staff-member'

export interface StaffStore {
  staff(id: string): Promise<StaffMember | undefined>
  /** By sign-in address; case is forgiven. */
  byEmail(email: string): Promise<StaffMember | undefined>
  /** Everybody with a role in a community or host, and operators of the whole installation. */
  withRole(role: string, scope: string): Promise<readonly StaffMember[]>
  putStaff(member: StaffMember): Promise<void>
}
