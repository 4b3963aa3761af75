import { DomainError } from '../../../shared/problem'
import type { Passkey } from '../../../shared/staff/passkey'
import type { StaffMember } from '../../../shared/staff/staff-member'
import { type SignInDeps, useLink } from '../sign-in'
import type { CeremonyOf } from './ceremony'

/**
 * Stores a key that has answered. One that takes the place of lost ones ends them, and every session with them.
 * @throws DomainError `token-expired` where the link behind it has served, `recovery-needed` where another first key was
 *   quicker, `passkey-known`
 */
export async function keepPasskey(
  deps: SignInDeps,
  passkey: Passkey,
  { link, recovery }: CeremonyOf<'enrol'>,
): Promise<StaffMember> {
  const { staffId } = passkey
  const member = await deps.staff.staff(staffId)
  if (!member) throw new DomainError('sign-in-required')
  if (link) await useLink(deps, link)
  const before = await deps.passkeys.passkeys(staffId)
  if (link && recovery === undefined && before.length > 0) throw new DomainError('recovery-needed')
  if (recovery !== undefined) await stillApproved(deps, staffId, recovery)
  if (!(await deps.passkeys.add(passkey))) throw new DomainError('passkey-known')
  if (recovery !== undefined) {
    for (const { id } of before) await deps.passkeys.remove(staffId, id, passkey.id)
    await deps.sessions.endAll(staffId)
    await deps.recoveries.clear(staffId)
  }
  return member
}

async function stillApproved(deps: SignInDeps, staffId: string, recovery: string): Promise<void> {
  const asked = await deps.recoveries.recovery(staffId, deps.clock.now())
  if (asked?.id !== recovery || !asked.approved) throw new DomainError('token-expired')
}
