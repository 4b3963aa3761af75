import { DomainError } from '../../../shared/problem'
import { isInvited } from '../../../shared/staff/recovery'
import type { StaffMember } from '../../../shared/staff/staff-member'
import { nameOfLink, type SignInDeps } from '../sign-in'

/** What a mailed link is good for: the first key, another after a second person's approval, or to ask for that. */
export interface LinkedMember {
  readonly member: StaffMember
  readonly leadsTo: 'first-key' | 'another-key' | 'recovery' | 'nothing'
  readonly petitionId?: string
  readonly recovery?: string
  /** Its name where it is noted as used. */
  readonly link: string
}

/** Whom a mailed link belongs to, and what for. @throws DomainError `token-invalid`, `token-expired` */
export async function memberOfLink(deps: SignInDeps, token: string): Promise<LinkedMember> {
  const now = deps.clock.now()
  const { staffId, petitionId, recovery } = await deps.tokens.open(token, now, 'sign-in')
  const member = await deps.staff.staff(staffId)
  if (!member) throw new DomainError('token-invalid')
  const base = { member, link: nameOfLink(token), ...(petitionId && { petitionId }) }
  if (recovery !== undefined) {
    const asked = await deps.recoveries.recovery(staffId, now)
    if (asked?.id !== recovery || !asked.approved) throw new DomainError('token-expired')
    return { ...base, recovery, leadsTo: 'another-key' }
  }
  const [first] = await deps.passkeys.passkeys(staffId)
  if (first) return { ...base, leadsTo: 'recovery' }
  return { ...base, leadsTo: isInvited(member, now) ? 'first-key' : 'nothing' }
}

/**
 * Whom a mailed link lets add a key.
 * @throws DomainError as `memberOfLink`, and `recovery-needed` or `invitation-lapsed` where it does not
 */
export async function admittedByLink(deps: SignInDeps, token: string): Promise<LinkedMember> {
  const linked = await memberOfLink(deps, token)
  if (linked.leadsTo === 'recovery') throw new DomainError('recovery-needed')
  if (linked.leadsTo === 'nothing') throw new DomainError('invitation-lapsed')
  return linked
}
