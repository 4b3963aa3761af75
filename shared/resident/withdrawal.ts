import type { Instant } from '../calendar/day'
import type { HeldSignature } from './holdings'
import type { PetitionPlace } from './place'

/**
 * Whether a signer may take back a signature, or why not: the council's setting, frozen at publication, does not let
 * them; collection is over, or N was reached; it does not count any more; the log does not have it yet.
 */
export type Withdrawability = 'open' | 'not-offered' | 'over' | 'annulled' | 'not-in-log'

export function withdrawability(
  { petition, annulment, index }: Pick<HeldSignature, 'petition' | 'annulment' | 'index'>,
  now: Instant,
): Withdrawability {
  if (annulment !== undefined) return 'annulled'
  if (petition.settings.withdrawal !== 'while-collecting') return 'not-offered'
  if (!isCollecting(petition, now)) return 'over'
  return index === undefined ? 'not-in-log' : 'open'
}

/** Until N is reached or the last day of the term ends: of one that was reached, the council has the signatures. */
function isCollecting({ status, closesAt }: PetitionPlace, now: Instant): boolean {
  return status === 'collecting' && closesAt !== undefined && now <= closesAt
}
