import type { ApiKeyStore } from '../ports/api-key-store'
import type { Clock } from '../ports/clock'
import type { Throttle } from '../ports/throttle'

/** What lets a system in by its key. */
export interface KeyDeps {
  readonly clock: Clock
  readonly apiKeys: Pick<ApiKeyStore, 'find' | 'used'>
  readonly throttle: Pick<Throttle, 'count'>
}
