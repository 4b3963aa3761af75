import type { Instant } from '../calendar/day'
import { mayDo, placeAsResource } from './may-do'
import type { StaffMember } from './staff-member'

/** Somebody who has lost their keys asks for another, and a second person says that it is they. */
export interface Recovery {
  readonly id: string
  readonly staffId: string
  readonly requestedAt: Instant
  readonly expiresAt: Instant
  readonly approved?: {
    readonly at: Instant
    readonly by: { readonly id: string; readonly name: string; readonly email: string }
  }
}

/** Hours in which a second person has to approve, and in which the approved link has to be used. */
export const RECOVERY_HOURS = 24

/** Days after a grant in which its holder adds the first key. */
export const INVITATION_DAYS = 14

/** Whether an invitation still stands; whom the installation was set up with needs none. */
export function isInvited({ invitedAt }: Pick<StaffMember, 'invitedAt'>, now: Instant): boolean {
  return invitedAt === undefined || Date.parse(now) < Date.parse(invitedAt) + INVITATION_DAYS * 86_400_000
}

/** Whether somebody may say of a colleague that it is they: whoever manages people where the colleague works. */
export function approvesRecovery(by: StaffMember, of: StaffMember): boolean {
  return by.id !== of.id && of.grants.some(({ scope }) => mayDo(by, 'approve-key', placeAsResource(scope)))
}
