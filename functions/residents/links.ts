import { createHash } from 'node:crypto'
import { instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { Clock } from '../ports/clock'
import type { KeyRing } from '../ports/key-ring'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import type { Throttle } from '../ports/throttle'
import type { LinkTokens } from '../signing/link-token'
import { addressMeter, ipMeter, secondsLeft } from '../signing/meters'

export interface ResidentLinkDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly throttle: Throttle
  readonly tokens: LinkTokens
  readonly mailQueue: Queue<MailMessage>
  readonly addressPerDay: number
  readonly ipPerHour: number
}

/** How long a mailed link opens a resident's own page. */
export const RESIDENT_LINK_MINUTES = 30

/**
 * Has a link to somebody's own page mailed to an address. Whether anything is held about it nobody looks up here: the
 * answer, and the mail, are the same for every address.
 * @throws DomainError `too-many-requests`
 */
export async function requestResidentLink(
  deps: ResidentLinkDeps,
  { email, network, locale }: { readonly email: string; readonly network: string; readonly locale: Locale },
): Promise<void> {
  const now = deps.clock.now()
  const key = await deps.keys.derive('viche/throttle/v1')
  const meters = [
    ipMeter(key, network, now, deps.ipPerHour),
    addressMeter(key, 'resident', email, now, deps.addressPerDay),
  ]
  for (const meter of meters) {
    if (await deps.throttle.count(meter)) continue
    throw new DomainError('too-many-requests', { retryAfter: secondsLeft(meter, now) })
  }
  const end = instantOf(Date.parse(now) + RESIDENT_LINK_MINUTES * 60_000)
  const token = await deps.tokens.seal({ purpose: 'resident', email, locale }, now, end)
  await deps.mailQueue.send([{ type: 'link', token, locale }])
}

/**
 * Whose page a mailed link opens. It does so once: who finds it later in a mailbox or a history gets nowhere.
 * @throws DomainError `token-invalid`, `token-expired` also where it was used
 */
export async function useResidentLink(
  deps: Pick<ResidentLinkDeps, 'clock' | 'tokens' | 'throttle'>,
  token: string,
): Promise<string> {
  const now = deps.clock.now()
  const { email } = await deps.tokens.open(token, now, 'resident')
  const hash = createHash('sha256').update(`resident link ${token}`).digest('base64url')
  const expiresAt = instantOf(Date.parse(now) + 2 * RESIDENT_LINK_MINUTES * 60_000)
  const used = { scope: 'address', hash, window: instantOf(0), limit: 1, expiresAt } as const
  if (!(await deps.throttle.count(used))) throw new DomainError('token-expired')
  return email
}
