import { RECOVERY_HOURS } from '../../../shared/staff/recovery'
import { later } from '../../../shared/staff/staff-session'
import { type SignInDeps, useLink } from '../sign-in'
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
