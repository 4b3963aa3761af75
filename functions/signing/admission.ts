import type { Instant } from '../../shared/calendar/day'
import { DomainError } from '../../shared/problem'
import type { KeyRing } from '../ports/key-ring'
import type { Random } from '../ports/random'
import type { Meter, Throttle } from '../ports/throttle'
import type { AnsweredChallenge } from './challenge'
import { addressMeter, ipMeter, petitionMeter, secondsLeft } from './meters'

/** How many requests are let through. */
export interface Limits {
  readonly addressPerDay: number
  readonly ipPerHour: number
  readonly petitionPerMinute: number
}

export interface AdmissionDeps {
  readonly keys: KeyRing
  readonly random: Random
  readonly throttle: Throttle
  readonly limits: Limits
}

/** Somebody who asks for a mail. */
export interface Applicant {
  /** Normalised address. */
  readonly email: string
  /** From `clientAddress`. */
  readonly network: string
  /** Absent when a petition is submitted. */
  readonly petitionId?: string
  readonly challenge: AnsweredChallenge
}

/**
 * Lets a request through and marks its challenge as answered. The network is counted first: whoever
 * repeats an answer uses up only their own limit.
 * @throws DomainError `too-many-requests` with the seconds to wait, `challenge-used`
 */
export async function admit(deps: AdmissionDeps, applicant: Applicant, now: Instant): Promise<void> {
  const { throttle, limits, random } = deps
  const { email, network, petitionId, challenge } = applicant
  const key = await deps.keys.derive('viche/throttle/v1')

  const ip = ipMeter(key, network, now, limits.ipPerHour)
  if (!(await throttle.count(ip))) throw tooMany(ip, now)

  const address = addressMeter(key, petitionId ?? 'submit', email, challenge.issuedAt, limits.addressPerDay)
  const answer = await throttle.countOnce(address, challenge.id)
  if (answer === 'used') throw new DomainError('challenge-used')
  if (answer === 'over-limit') throw tooMany(address, now)

  if (petitionId === undefined) return
  const spread = new DataView(random.bytes(2).buffer).getUint16(0)
  const petition = petitionMeter(key, petitionId, now, limits.petitionPerMinute, spread)
  if (!(await throttle.count(petition))) throw tooMany(petition, now)
}

function tooMany(meter: Meter, now: Instant): DomainError {
  return new DomainError('too-many-requests', { retryAfter: secondsLeft(meter, now) })
}
