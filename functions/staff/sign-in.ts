import { createHash } from 'node:crypto'
import { instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import type { Meter, Throttle } from '../ports/throttle'
import type { LinkTokens } from '../signing/link-token'
import type { SessionDeps } from './session'

export interface SignInDeps extends SessionDeps {
  readonly tokens: LinkTokens
  readonly throttle: Throttle
  readonly mailQueue: Queue<MailMessage>
  readonly limits: { readonly addressPerDay: number; readonly ipPerHour: number }
}

/** How long a mailed sign-in link works. */
const LINK_MINUTES = 15

/**
 * Mails a sign-in link where the address belongs to staff. The answer is the same for every address,
 * so that nobody learns who is staff.
 * @throws DomainError `too-many-requests`
 */
export async function requestSignIn(
  deps: SignInDeps,
  request: {
    readonly email: string
    readonly ip: string
    readonly locale: Locale
    readonly petitionId?: string
  },
): Promise<void> {
  const now = Date.parse(deps.clock.now())
  const day = meter('address', `sign-in ${request.email}`, now, 24 * 3600, 4 * deps.limits.addressPerDay)
  const hour = meter('ip', `sign-in ${request.ip}`, now, 3600, deps.limits.ipPerHour)
  if (!(await deps.throttle.count(hour)) || !(await deps.throttle.count(day))) {
    throw new DomainError('too-many-requests', { retryAfter: 3600 })
  }
  const member = await deps.staff.byEmail(request.email)
  if (!member) return
  const expiresAt = instantOf(now + LINK_MINUTES * 60_000)
  const { petitionId } = request
  const link = { purpose: 'sign-in', staffId: member.id, ...(petitionId && { petitionId }) } as const
  const token = await deps.tokens.seal(link, instantOf(now), expiresAt)
  await deps.mailQueue.send([{ type: 'link', token, locale: request.locale }])
}

/**
 * Who a mailed link signs in, and which petition they wanted to see. A link works once.
 * @throws DomainError `token-invalid`, `token-expired`
 */
export async function useSignInLink(
  deps: SignInDeps,
  token: string,
): Promise<{ readonly member: StaffMember; readonly petitionId?: string }> {
  const now = deps.clock.now()
  const { staffId, petitionId } = await deps.tokens.open(token, now, 'sign-in')
  const used = meter('address', `sign-in link ${token}`, 0, 3600, 1, Date.parse(now) + 3_600_000)
  if (!(await deps.throttle.count(used))) throw new DomainError('token-expired')
  const member = await deps.staff.staff(staffId)
  if (!member) throw new DomainError('token-invalid')
  return { member, ...(petitionId && { petitionId }) }
}

function meter(
  scope: Meter['scope'],
  what: string,
  now: number,
  seconds: number,
  limit: number,
  expires = now + 2 * seconds * 1000,
): Meter {
  const window = instantOf(Math.floor(now / 1000 / seconds) * seconds * 1000)
  const hash = createHash('sha256').update(what).digest('base64url')
  return { scope, hash, window, limit, expiresAt: instantOf(expires) }
}
