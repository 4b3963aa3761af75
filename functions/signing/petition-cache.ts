import type { Instant } from '../../shared/calendar/day'
import type { Petition } from '../../shared/petition/petition'
import { isSignable } from '../../shared/petition/project'
import type { PetitionStore } from '../ports/petition-store'

/** What the signing path asks of petitions, mostly from memory. */
export interface PetitionCache {
  /** As stored at most a second ago; its end is still exact, since that is compared with the clock. */
  petition(id: string): Promise<Petition | undefined> | Petition
  /** Never changes, but is destroyed in the end (erasure): remembered for a minute. */
  key(id: string): Promise<Uint8Array | undefined> | Uint8Array
  /** Forgets a petition that this process has changed. */
  forget(id: string): void
}

const FRESH_MS = 1000
const KEY_MS = 60_000
/** Petitions kept at once; beyond it the oldest goes. */
const MOST = 1000

/** @param monotonicMs a clock for ages alone, e.g. `performance.now`: the product's own clock may be moved */
export function petitionCache(petitions: PetitionStore, monotonicMs: () => number): PetitionCache {
  const known = new Map<string, { readonly petition: Petition; readonly until: number }>()
  const keys = new Map<string, { readonly key: Uint8Array; readonly until: number }>()
  let forgotten = 0
  return {
    petition(id) {
      const entry = known.get(id)
      if (entry && monotonicMs() < entry.until) return entry.petition
      const before = forgotten
      return petitions.load(id).then((petition) => {
        // What was read before somebody saved must not be kept after it.
        if (petition && forgotten === before) keep(known, id, { petition, until: monotonicMs() + FRESH_MS })
        return petition
      })
    },
    key(id) {
      const entry = keys.get(id)
      if (entry && monotonicMs() < entry.until) return entry.key
      keys.delete(id)
      return petitions.petitionKey(id).then((key) => {
        if (key) keep(keys, id, { key, until: monotonicMs() + KEY_MS })
        return key
      })
    },
    forget(id) {
      forgotten++
      known.delete(id)
    },
  }
}

/**
 * The petition somebody wants to sign: from memory only while that lets them. A refusal always rests on
 * what is stored now.
 */
export async function petitionToSign(
  cache: PetitionCache,
  id: string,
  now: Instant,
): Promise<Petition | undefined> {
  const remembered = await cache.petition(id)
  if (!remembered || isSignable(remembered, now)) return remembered
  cache.forget(id)
  return cache.petition(id)
}

function keep<V>(map: Map<string, V>, id: string, value: V): void {
  map.delete(id)
  map.set(id, value)
  const oldest = map.size > MOST ? map.keys().next().value : undefined
  if (oldest !== undefined) map.delete(oldest)
}
