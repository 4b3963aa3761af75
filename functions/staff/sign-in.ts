import { createHash } from 'node:crypto'
import { instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { SessionLimits } from '../../shared/staff/staff-session'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import type { RecoveryStore } from '../ports/recovery-store'
import type { Meter, Throttle } from '../ports/throttle'
import type { LinkTokens } from '../signing/link-token'
import type { ProveDeps } from './passkeys/prove'

export interface SignInDeps extends ProveDeps {
  readonly tokens: LinkTokens
  readonly throttle: Throttle
  readonly mailQueue: Queue<MailMessage>
  readonly recoveries: RecoveryStore
  readonly sessionLimits: SessionLimits
  readonly limits: { readonly addressPerDay: number; readonly ipPerHour: number }
}

/** How long a mailed link works that somebody asked for. */
const LINK_MINUTES = 15

/** Sealed into the link for an address that is nobody's: the mail's delivery drops it. */
const NOBODY = 'nobody'

/**
 * Mails a link to the first key, or to ask for another one, where the address belongs to staff. For every address the
 * answer and the work behind it are the same, so that nobody learns who is staff, also not by a clock.
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
  await countSignIn(deps, request.ip)
  if (!(await deps.throttle.count(day))) throw new DomainError('too-many-requests', { retryAfter: 3600 })
  const member = await deps.staff.byEmail(request.email)
  const { petitionId } = request
  await mailLink(deps, { staffId: member?.id ?? NOBODY, ...(petitionId && { petitionId }) }, request.locale)
}

/** Lets one address ask so often within an hour. @throws DomainError `too-many-requests` */
export async function countSignIn(deps: SignInDeps, ip: string): Promise<void> {
  const now = Date.parse(deps.clock.now())
  const hour = meter('ip', `sign-in ${ip}`, now, 3600, deps.limits.ipPerHour)
  if (!(await deps.throttle.count(hour))) throw new DomainError('too-many-requests', { retryAfter: 3600 })
}

/** Mails a link to somebody of the staff. @param minutes for which it works */
export async function mailLink(
  deps: Pick<SignInDeps, 'clock' | 'tokens' | 'mailQueue'>,
  about: { readonly staffId: string; readonly petitionId?: string; readonly recovery?: string },
  locale: Locale,
  minutes = LINK_MINUTES,
): Promise<void> {
  const now = deps.clock.now()
  const expiresAt = instantOf(Date.parse(now) + minutes * 60_000)
  const token = await deps.tokens.seal({ purpose: 'sign-in', ...about }, now, expiresAt)
  await deps.mailQueue.send([{ type: 'link', token, locale }])
}

/** A link's name where it is noted as used: nobody finds the link by it. */
export function nameOfLink(token: string): string {
  return createHash('sha256').update(`sign-in link ${token}`).digest('base64url')
}

/** A link serves once. @throws DomainError `token-expired` for one that has served */
export async function useLink({ throttle, clock }: SignInDeps, link: string): Promise<void> {
  const expiresAt = instantOf(Date.parse(clock.now()) + 25 * 3_600_000)
  const used = { scope: 'address', hash: link, window: 'link', limit: 1, expiresAt } as const
  if (!(await throttle.count(used))) throw new DomainError('token-expired')
}

function meter(scope: Meter['scope'], what: string, now: number, seconds: number, limit: number): Meter {
  const window = instantOf(Math.floor(now / 1000 / seconds) * seconds * 1000)
  const hash = createHash('sha256').update(what).digest('base64url')
  return { scope, hash, window, limit, expiresAt: instantOf(now + 2 * seconds * 1000) }
}
