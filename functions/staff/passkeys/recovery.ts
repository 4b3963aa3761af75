import type { Locale } from '../../../shared/locale'
import { DomainError } from '../../../shared/problem'
import { approvesRecovery, RECOVERY_HOURS } from '../../../shared/staff/recovery'
import type { StaffMember } from '../../../shared/staff/staff-member'
import { later } from '../../../shared/staff/staff-session'
import { mailLink, type SignInDeps, useLink } from '../sign-in'
import type { LinkedMember } from './by-link'

/** Records that somebody with a mailed link has lost their keys. @throws DomainError `token-expired` for a used link */
export async function askForRecovery(deps: SignInDeps, { member, link }: LinkedMember): Promise<void> {
  await useLink(deps, link)
  const requestedAt = deps.clock.now()
  await deps.recoveries.request({
    id: Buffer.from(deps.random.bytes(16)).toString('base64url'),
    staffId: member.id,
    requestedAt,
    expiresAt: later(requestedAt, RECOVERY_HOURS * 60),
  })
}

/**
 * A second person says that it is their colleague who asked: a link to another key is mailed, which ends the old ones.
 * @throws DomainError `forbidden` for oneself and for colleagues elsewhere, `not-found` where nobody asks any more
 */
export async function approveRecovery(
  deps: SignInDeps,
  by: StaffMember,
  staffId: string,
  locale: Locale,
): Promise<void> {
  const member = await deps.staff.staff(staffId)
  if (!member || !approvesRecovery(by, member)) throw new DomainError('forbidden')
  const now = deps.clock.now()
  const asked = await deps.recoveries.recovery(staffId, now)
  if (!asked || asked.approved) throw new DomainError('not-found')
  const { id, name, email } = by
  const until = later(now, RECOVERY_HOURS * 60)
  const first = await deps.recoveries.approve(asked, { at: now, by: { id, name, email } }, until)
  if (!first) throw new DomainError('conflict')
  await mailLink(deps, { staffId, recovery: asked.id }, locale, RECOVERY_HOURS * 60)
}

/** Those of some colleagues' requests that wait for somebody to approve them. */
export async function waitingFor(
  { recoveries, clock }: Pick<SignInDeps, 'recoveries' | 'clock'>,
  by: StaffMember,
  colleagues: readonly StaffMember[],
): Promise<{ readonly member: StaffMember; readonly requestedAt: string }[]> {
  const unique = [...new Map(colleagues.map((member) => [member.id, member])).values()]
  const asked = await Promise.all(
    unique
      .filter((member) => approvesRecovery(by, member))
      .map(async (member) => ({ member, asked: await recoveries.recovery(member.id, clock.now()) })),
  )
  return asked.flatMap(({ member, asked }) =>
    asked && !asked.approved ? [{ member, requestedAt: asked.requestedAt }] : [],
  )
}
