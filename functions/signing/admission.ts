import { judge, type Limits } from '../../shared/admission/judge'
import { LAYERS, type Verdict } from '../../shared/admission/layers'
import { workFactor } from '../../shared/admission/work'
import type { Instant } from '../../shared/calendar/day'
import { DomainError } from '../../shared/problem'
import { domainOf } from '../../shared/signing/email-address'
import type { TraitMark } from '../../shared/signing/traits'
import type { HumanCheck } from '../ports/human-check'
import type { KeyRing } from '../ports/key-ring'
import type { Metrics } from '../ports/metrics'
import type { Random } from '../ports/random'
import type { Meter, Throttle } from '../ports/throttle'
import { type Asked, metersOf, readMeters } from './applicant-meters'
import type { AnsweredChallenge, ChallengeSettings } from './challenge'
import type { IsDisposable } from './disposable-domains'
import { addressMeter, secondsLeft } from './meters'

export interface AdmissionDeps {
  readonly keys: KeyRing
  readonly random: Random
  readonly throttle: Throttle
  readonly metrics: Metrics
  readonly limits: Limits
  readonly challenge: ChallengeSettings
  readonly isDisposable: IsDisposable
  /** What is done with an address that vanishes; `mark` leaves it to a person to judge. */
  readonly disposable: 'refuse' | 'mark'
  /** An outside check that a person is at work, where one is set up. */
  readonly human?: HumanCheck
}

/** Somebody who asks for a mail. */
export interface Applicant extends Asked {
  readonly email: string
  readonly challenge: AnsweredChallenge
}

/**
 * Lets a request through and marks its challenge as answered. What is full already refuses before anything is counted,
 * so that who must wait loses none of their attempts. Whoever repeats an answer uses up only the limit of their own
 * address.
 * @returns what was odd about it
 * @throws DomainError with the code of the layer that refuses, and the seconds to wait
 */
export async function admit(deps: AdmissionDeps, applicant: Applicant, now: Instant): Promise<TraitMark[]> {
  const { throttle, limits } = deps
  const { email, petitionId, challenge } = applicant
  const key = await deps.keys.derive('viche/throttle/v1')
  const meters = metersOf(key, deps.random, limits, applicant, now)
  const { counted, pace } = await readMeters(throttle, meters, limits, now)
  const needed = workFactor(pace, deps.challenge)
  const { factor: done, ageSeconds } = challenge
  obey(judge({ counted, work: { done, needed, ageSeconds } }))

  const address = addressMeter(key, petitionId ?? 'submit', email, challenge.issuedAt, limits.addressPerDay)
  const [fromIp, answer] = await Promise.all([
    throttle.count(meters.ip),
    throttle.countOnce(address, challenge.id),
  ])
  if (!fromIp) throw refusal('ip', meters.ip, now)
  if (answer === 'used') throw refusal('replay')
  if (answer === 'over-limit') throw refusal('address', address, now)

  await Promise.all(
    (['network', 'domain', 'petition'] as const).map(async (layer) => {
      const meter = meters[layer]
      if (meter && !(await throttle.count(meter))) throw refusal(layer, meter, now)
    }),
  )
  return pace.networkPerTenMinutes >= deps.challenge.calm.networkPerTenMinutes ? ['busy-network'] : []
}

/** How hard a challenge is to be for somebody who asks now. */
export async function workNow(deps: AdmissionDeps, asked: Asked, now: Instant): Promise<number> {
  const key = await deps.keys.derive('viche/throttle/v1')
  const meters = metersOf(key, deps.random, deps.limits, asked, now)
  const factor = workFactor((await readMeters(deps.throttle, meters, deps.limits, now)).pace, deps.challenge)
  if (factor > 1 && factor >= deps.challenge.hardest) deps.metrics.count('HardestChallenges', 1)
  return factor
}

/**
 * Refuses an address that vanishes, or tells of it, as the settings have it.
 * @throws DomainError `disposable-address`, about the field that holds the address
 */
export async function checkDomain(
  deps: Pick<AdmissionDeps, 'isDisposable' | 'disposable'>,
  email: string,
  field: string,
): Promise<TraitMark[]> {
  if (!(await deps.isDisposable(domainOf(email)))) return []
  if (deps.disposable === 'mark') return ['disposable-domain']
  const code = LAYERS.disposable
  throw new DomainError(code, { fields: [{ field, code }] })
}

/**
 * Asks the outside check, where there is one. One that does not answer lets everybody in: it is not the only layer.
 * @throws DomainError `human-check-failed`
 */
export async function checkHuman(
  { human, metrics }: Pick<AdmissionDeps, 'human' | 'metrics'>,
  token: string | undefined,
): Promise<void> {
  if (!human) return
  const answer = token === undefined ? 'refused' : await human.check(token)
  if (answer === 'refused') throw new DomainError(LAYERS.human)
  if (answer === 'no-answer') metrics.count('HumanCheckFailures', 1)
}

/** Counts who is refused, by code, so that a storm is seen. Nothing of the person goes with it. */
export async function countingRefusals<T>(metrics: Metrics, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof DomainError && CODES.has(error.code)) {
      metrics.count('RefusedApplicants', 1, { code: error.code })
    }
    throw error
  }
}

const CODES: ReadonlySet<string> = new Set(Object.values(LAYERS))

function obey(verdict: Verdict): void {
  if (verdict.admitted) return
  const { layer, retryAfter } = verdict
  throw new DomainError(LAYERS[layer], retryAfter === undefined ? {} : { retryAfter })
}

function refusal(layer: keyof typeof LAYERS, meter?: Meter, now?: Instant): DomainError {
  if (!meter || !now) return new DomainError(LAYERS[layer])
  return new DomainError(LAYERS[layer], { retryAfter: secondsLeft(meter, now) })
}
