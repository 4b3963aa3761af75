import { type Instant, instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { assertSignable } from '../../shared/signing/signable'
import type { Clock } from '../ports/clock'
import type { KeyRing } from '../ports/key-ring'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import type { Throttle } from '../ports/throttle'
import type { LinkOf, LinkTokens } from '../signing/link-token'
import { addressMeter, secondsLeft } from '../signing/meters'
import { type PetitionCache, petitionToSign } from '../signing/petition-cache'

export interface RenewLinkDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly throttle: Pick<Throttle, 'count'>
  readonly tokens: LinkTokens
  readonly cache: PetitionCache
  readonly mailQueue: Queue<MailMessage>
  readonly linkHours: number
  readonly addressPerDay: number
}

/** For so long an expired link to sign can be changed for a fresh one; then the form is filled in anew. */
const RENEWABLE_DAYS = 30

/**
 * What a link to sign holds though it has expired: it still shows that its holder has read mail at that address.
 * @throws DomainError `token-expired` when it is too old for that, `token-invalid`
 */
export function openLateLink(
  { tokens, clock }: Pick<RenewLinkDeps, 'tokens' | 'clock'>,
  token: string,
): Promise<LinkOf<'sign'>> {
  const then: Instant = instantOf(Date.parse(clock.now()) - RENEWABLE_DAYS * 86_400_000)
  return tokens.open(token, then, 'sign')
}

/**
 * Mails a fresh link to the address of an expired one, as if the form had been sent again; it counts to the same
 * daily limit of the address.
 * @throws DomainError as `openLateLink` and `assertSignable` do, `petition-not-found`, `too-many-requests`
 */
export async function renewLink(
  deps: RenewLinkDeps,
  expired: string,
  locale: Locale,
): Promise<LinkOf<'sign'>> {
  const link = await openLateLink(deps, expired)
  const { petitionId, email } = link
  const now = deps.clock.now()
  const petition = await petitionToSign(deps.cache, petitionId, now)
  if (!petition) throw new DomainError('petition-not-found')
  assertSignable(petition, now)
  const key = await deps.keys.derive('viche/throttle/v1')
  const meter = addressMeter(key, petitionId, email, now, deps.addressPerDay)
  if (!(await deps.throttle.count(meter))) {
    throw new DomainError('too-many-requests', { retryAfter: secondsLeft(meter, now) })
  }
  const end = instantOf(Date.parse(now) + deps.linkHours * 3_600_000)
  const token = await deps.tokens.seal({ ...link, locale }, now, end)
  await deps.mailQueue.send([{ type: 'link', token, locale }])
  return link
}
