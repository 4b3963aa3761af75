import { type Instant, instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { Clock } from '../ports/clock'
import type { KeyRing } from '../ports/key-ring'
import type { MailMessage } from '../ports/mail-message'
import type { Queue } from '../ports/queue'
import type { Throttle } from '../ports/throttle'
import { authorToken } from '../signing/author-link'
import type { LinkOf, LinkTokens } from '../signing/link-token'
import { addressMeter, ipMeter, secondsLeft } from '../signing/meters'

export interface AuthorLinkDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly throttle: Pick<Throttle, 'count'>
  readonly tokens: LinkTokens
  readonly mailQueue: Queue<MailMessage>
  readonly addressPerDay: number
  readonly ipPerHour: number
}

interface AuthorLinkRequest {
  readonly petitionId: string
  /** Normalised address. */
  readonly email: string
  /** From `clientAddress`. */
  readonly network: string
  readonly locale: Locale
}

/**
 * Has a link to the author's page mailed, where the address is the author's. Whether it is, only the mail's delivery
 * looks up: the answer here, and the time it takes, are the same for every petition and address.
 * @throws DomainError `too-many-requests`
 */
export async function requestAuthorLink(deps: AuthorLinkDeps, request: AuthorLinkRequest): Promise<void> {
  const { petitionId, email, network, locale } = request
  const now = deps.clock.now()
  const key = await deps.keys.derive('viche/throttle/v1')
  const meters = [
    ipMeter(key, network, now, deps.ipPerHour),
    addressMeter(key, `author ${petitionId}`, email, now, deps.addressPerDay),
  ]
  for (const meter of meters) {
    if (await deps.throttle.count(meter)) continue
    throw new DomainError('too-many-requests', { retryAfter: secondsLeft(meter, now) })
  }
  const token = await authorToken(deps.tokens, { petitionId, email }, now)
  await deps.mailQueue.send([{ type: 'link', token, locale }])
}

/**
 * What a link to the author's page holds though it has expired, however long ago: a fresh one goes to the author's
 * mailbox alone.
 * @throws DomainError `token-invalid`
 */
export function openOldAuthorLink(tokens: LinkTokens, token: string): Promise<LinkOf<'author'>> {
  return tokens.open(token, BEFORE_ANY, 'author')
}

const BEFORE_ANY: Instant = instantOf(0)
