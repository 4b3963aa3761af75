import type { Instant } from '../calendar/day'
import type { Identity } from '../community/settings'
import type { Petition } from '../petition/petition'
import { isSignable } from '../petition/project'
import { DomainError } from '../problem'

/**
 * R7: signatures are taken from publication to the end of the term's last day.
 * @throws DomainError `petition-withdrawn`, `petition-not-open` (never published), `collection-ended`
 */
export function assertSignable(petition: Petition, now: Instant): void {
  if (petition.status === 'withdrawn') throw new DomainError('petition-withdrawn')
  if (petition.publishedAt === undefined) throw new DomainError('petition-not-open')
  if (!isSignable(petition, now)) throw new DomainError('collection-ended')
}

/**
 * Signatures are taken only by the ways that the council had accepted when the petition was published.
 * @throws DomainError `identity-not-accepted`
 */
export function assertAccepted({ settings }: Pick<Petition, 'settings'>, level: Identity): void {
  if (!settings.identities.includes(level)) throw new DomainError('identity-not-accepted')
}
