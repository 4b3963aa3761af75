import type { Verdict } from './layers'
import { isEnough } from './work'

/** How many requests are let through. */
export interface Limits {
  readonly addressPerDay: number
  readonly ipPerHour: number
  readonly networkPerTenMinutes: number
  /** For one petition; large providers are exempt. */
  readonly domainPerHour: number
  readonly petitionPerMinute: number
}

/** What was counted of a network, domain or petition, and when counting begins anew. */
export interface Counted {
  readonly n: number
  readonly limit: number
  /** Seconds until then. */
  readonly secondsLeft: number
}

export interface Observed {
  /** Absent where there is nothing to count by. */
  readonly counted: Readonly<Partial<Record<'ip' | 'network' | 'domain' | 'petition', Counted>>>
  readonly work: { readonly done: number; readonly needed: number; readonly ageSeconds: number }
}

/** The order in which full counters are named: what is nearest to the reader first. */
const ORDER = ['ip', 'network', 'domain', 'petition'] as const

/** What the layers say of somebody before anything about them is counted. */
export function judge({ counted, work }: Observed): Verdict {
  for (const layer of ORDER) {
    const of = counted[layer]
    if (of && of.n >= of.limit) return { admitted: false, layer, retryAfter: of.secondsLeft }
  }
  if (!isEnough(work.done, work.needed, work.ageSeconds)) return { admitted: false, layer: 'stale' }
  return { admitted: true }
}
