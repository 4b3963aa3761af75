import type { Instant } from '../../../shared/calendar/day'
import type { Petition } from '../../../shared/petition/petition'
import { owedFrom } from '../../../shared/staff/owed'

/** Keys of the sparse index `desk`: rows that ask something of a community's staff. */
export interface DeskKeys {
  readonly deskBucket?: string
  readonly deskAt?: Instant
}

/** Bucket of the petitions of a community of which somebody still owes something. */
export const owedBucket = (communityId: string) => `OWED#${communityId}`

/** Bucket of the notices about a community's petitions that have not gone out. */
export const undeliveredBucket = (communityId: string) => `UNDELIVERED#${communityId}`

/** Where a petition stands in the queue; nowhere while nobody owes anything. */
export function owed(petition: Petition): DeskKeys {
  const deskAt = owedFrom(petition)
  return deskAt ? { deskBucket: owedBucket(petition.communityId), deskAt } : {}
}

/** Where a notice stands until it is sent. */
export function undelivered(communityId: string, { createdAt }: { readonly createdAt: Instant }): DeskKeys {
  return { deskBucket: undeliveredBucket(communityId), deskAt: createdAt }
}
