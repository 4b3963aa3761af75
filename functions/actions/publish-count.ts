import { countKey } from '../../shared/log/addresses'
import { countsByLevel, type ProviderCounts } from '../../shared/log/levels'
import { type CountView, countView } from '../../shared/petition/view'
import type { Clock } from '../ports/clock'
import type { ObjectStore } from '../ports/object-store'
import { amendObject } from './amend-object'

/** Seconds for which a reader may be shown an older count. */
const COUNT_CACHE_SECONDS = 15

/**
 * Publishes the count that open pages poll: signatures less annulments. A count of an older size of the log never
 * replaces one of a newer. Where not all signers were identified by mail it tells how many were by what.
 */
export async function publishCount(
  deps: { readonly objects: ObjectStore; readonly clock: Clock },
  petitionId: string,
  { count, threshold, size }: Pick<CountView, 'count' | 'threshold' | 'size'>,
  providers?: ProviderCounts,
): Promise<void> {
  await amendObject(deps.objects, countKey(petitionId), { cacheSeconds: COUNT_CACHE_SECONDS }, (present) => {
    if (present !== undefined && sizeIn(present) >= size) return undefined
    const levels = providers && { levels: countsByLevel(count, providers) }
    const view: CountView = { count, threshold, size, ...levels, updatedAt: deps.clock.now() }
    return JSON.stringify(view)
  })
}

/** −1 for what is no count, so that a damaged object is replaced. */
function sizeIn(text: string): number {
  try {
    return countView.parse(JSON.parse(text)).size
  } catch {
    return -1
  }
}
