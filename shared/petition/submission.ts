import type { Instant } from '../calendar/day'
import type { CalendarSettings } from '../calendar/working-calendar'
import type { Community, Host } from '../community/settings'
import type { Locale } from '../locale'
import type { PersonName } from '../signing/person-name'
import { apply, type PetitionChange } from './change'
import type { Petition } from './petition'
import type { Topic } from './topic'

/** What an author sent and confirmed by mail (R1). */
export interface Submission {
  readonly id: string
  readonly communityId: string
  readonly hostId: string
  readonly title: string
  readonly text: string
  readonly topic?: Topic
  readonly author: PersonName
  readonly email: string
  readonly wantsHearing: boolean
  readonly locale: Locale
}

/**
 * A new petition. It is submitted when the author has confirmed the address that R1 asks for,
 * and the moderator's two working days (R2) run from that moment.
 */
export function submit(
  submission: Submission,
  place: { readonly community: Community; readonly host: Host; readonly number: number },
  now: Instant,
  calendar: CalendarSettings,
): PetitionChange {
  const { id, communityId, title, text, topic, author, wantsHearing, locale } = submission
  const { host, community, number } = place
  const blank: Petition = {
    id,
    number,
    version: 0,
    seq: 0,
    status: 'moderation',
    communityId,
    host: { id: host.id, kind: host.kind, name: host.name, email: host.email },
    title,
    text,
    ...(topic && { topic }),
    locale,
    author,
    wantsHearing,
    settings: community.settings,
    submittedAt: now,
    obligations: [],
  }
  return apply(blank, [{ type: 'submitted', at: now, by: { role: 'author' }, data: {} }], calendar)
}
