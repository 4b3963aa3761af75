import type { Counted, Limits } from '../../shared/admission/judge'
import { isLargeProvider } from '../../shared/admission/mail-domain'
import type { Pace } from '../../shared/admission/work'
import type { Instant } from '../../shared/calendar/day'
import { domainOf } from '../../shared/signing/email-address'
import type { Random } from '../ports/random'
import type { Meter, Throttle } from '../ports/throttle'
import {
  domainMeter,
  earlier,
  ipMeter,
  networkMeter,
  paceNow,
  petitionMeter,
  secondsLeft,
  shardsOf,
} from './meters'

/** Where somebody asks from, and about what. */
export interface Asked {
  /** From `clientAddress`. */
  readonly network: string
  /** Absent when a petition is submitted. */
  readonly petitionId?: string
  /** Normalised; absent where it does not matter yet. */
  readonly email?: string
}

/** The counters that a request moves, besides that of its address. */
export interface ApplicantMeters {
  readonly ip: Meter
  readonly network: Meter
  readonly domain?: Meter
  readonly petition?: Meter
}

/** @param random chooses which of the petition's counters it is */
export function metersOf(
  key: Uint8Array,
  random: Random,
  limits: Limits,
  { network, petitionId, email }: Asked,
  now: Instant,
): ApplicantMeters {
  const domain = email === undefined ? undefined : domainOf(email)
  const spread = new DataView(random.bytes(2).buffer).getUint16(0)
  return {
    ip: ipMeter(key, network, now, limits.ipPerHour),
    network: networkMeter(key, network, now, limits.networkPerTenMinutes),
    ...(domain !== undefined &&
      !isLargeProvider(domain) && {
        domain: domainMeter(key, petitionId ?? 'submit', domain, now, limits.domainPerHour),
      }),
    ...(petitionId !== undefined && {
      petition: petitionMeter(key, petitionId, now, limits.petitionPerMinute, spread),
    }),
  }
}

export interface Reading {
  readonly counted: Readonly<Partial<Record<keyof ApplicantMeters, Counted>>>
  readonly pace: Pace
}

/**
 * How far the counters are, in one read and no write. A petition's minute is one counter of several, so that its pace
 * is an estimate.
 */
export async function readMeters(
  throttle: Throttle,
  meters: ApplicantMeters,
  limits: Limits,
  now: Instant,
): Promise<Reading> {
  const named = Object.entries(meters) as [keyof ApplicantMeters, Meter][]
  const paced = (['network', 'petition'] as const).flatMap((name) => meters[name] ?? [])
  const counts = await throttle.read([...named.map(([, meter]) => meter), ...paced.map(earlier)])
  const counted = Object.fromEntries(
    named.map(([name, meter], n) => [
      name,
      { n: counts[n] ?? 0, limit: meter.limit, secondsLeft: secondsLeft(meter, now) },
    ]),
  )
  const pace = (name: 'network' | 'petition') => {
    const [meter, at] = [meters[name], named.findIndex(([other]) => other === name)]
    if (!meter) return 0
    return paceNow(meter, now, counts[at] ?? 0, counts[named.length + paced.indexOf(meter)] ?? 0)
  }
  return {
    counted,
    pace: {
      networkPerTenMinutes: pace('network'),
      petitionPerMinute: pace('petition') * shardsOf(limits.petitionPerMinute),
    },
  }
}
