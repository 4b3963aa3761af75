import { createHmac } from 'node:crypto'
import { instantOf } from '../../../shared/calendar/day'
import { IdentityFailure } from '../../../shared/identity/failure'
import { DomainError } from '../../../shared/problem'
import type { Clock } from '../../ports/clock'
import type { KeyRing } from '../../ports/key-ring'
import type { Throttle } from '../../ports/throttle'
import { ipMeter, secondsLeft } from '../../signing/meters'

interface LimitDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly throttle: Throttle
  readonly ipPerHour: number
}

/** Lets one network set out only so often within an hour. @throws DomainError `too-many-requests` */
export async function countDeparture(deps: LimitDeps, network: string): Promise<void> {
  const now = deps.clock.now()
  const meter = ipMeter(await deps.keys.derive('viche/throttle/v1'), network, now, deps.ipPerHour)
  if (await deps.throttle.count(meter)) return
  throw new DomainError('too-many-requests', { retryAfter: secondsLeft(meter, now) })
}

/** An answer of a provider serves once, even where its address and the browser’s cookie were copied. @throws IdentityFailure `expired` */
export async function useOnce(deps: LimitDeps, state: string): Promise<void> {
  const key = await deps.keys.derive('viche/throttle/v1')
  const hash = createHmac('sha256', key).update(`identity\0${state}`).digest('base64url')
  const expiresAt = instantOf(Date.parse(deps.clock.now()) + 3_600_000)
  const unused = await deps.throttle.count({
    scope: 'address',
    hash,
    window: instantOf(0),
    limit: 1,
    expiresAt,
  })
  if (!unused) throw new IdentityFailure('expired')
}
