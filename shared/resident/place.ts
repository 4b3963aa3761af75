import type { Instant } from '../calendar/day'
import type { Petition } from '../petition/petition'
import { namesTermEnd } from '../petition/tick'

/** What of a petition a resident's own page shows, and decides by. */
export type PetitionPlace = Pick<Petition, (typeof PLACE_FIELDS)[number]>

export const PLACE_FIELDS = [
  'id',
  'number',
  'title',
  'communityId',
  'status',
  'settings',
  'logOrigin',
  'submittedAt',
  'publishedAt',
  'closesAt',
  'keepUntil',
  'namesErasedAt',
] as const satisfies readonly (keyof Petition)[]

/** When the names of its signers, and the author's address, are erased at the earliest; undefined before publication. */
export function namesLeaveAt({ publishedAt, settings }: PetitionPlace): Instant | undefined {
  return publishedAt && namesTermEnd({ publishedAt, settings })
}
