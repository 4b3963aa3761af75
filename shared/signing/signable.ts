import type { Instant } from '../calendar/day'
import { type Petition, SIGNABLE } from '../petition/petition'
import { DomainError } from '../problem'

/** What decides whether a petition takes signatures now. */
export type Signable = Pick<Petition, 'status' | 'closesAt' | 'publishedAt'>

/**
 * R7: signatures are taken from publication to the end of the term's last day.
 * @throws DomainError `petition-withdrawn`, `petition-not-open` (never published), `collection-ended`
 */
export function assertSignable(petition: Signable, now: Instant): void {
  if (petition.status === 'withdrawn') throw new DomainError('petition-withdrawn')
  if (petition.publishedAt === undefined) throw new DomainError('petition-not-open')
  if (!isSignable(petition, now)) throw new DomainError('collection-ended')
}

export function isSignable(petition: Signable, now: Instant): boolean {
  return (
    SIGNABLE.includes(petition.status) &&
    petition.closesAt !== undefined &&
    Date.parse(now) <= Date.parse(petition.closesAt)
  )
}
