import type { Instant } from '../calendar/day'
import type { CalendarSettings } from '../calendar/working-calendar'
import type { Community, Host } from '../community/settings'
import type { SubmitBody } from '../http/signing'
import type { Locale } from '../locale'
import { change } from '../petition/change'
import { projectPetition } from '../petition/project'
import { submit } from '../petition/submission'
import type { PetitionView } from '../petition/view'
import { personName } from '../signing/person'

/** What a preview is made for: the place, the moment, and the language it is written in. */
export interface PreviewContext {
  readonly community: Community
  readonly host: Host
  readonly calendar: CalendarSettings
  readonly now: Instant
  readonly locale: Locale
}

/**
 * The petition as its page would show it, were it submitted and published at this moment: made by the same
 * decisions, so that it shows what will be there. Nothing of it is kept.
 */
export function previewOf(
  body: Pick<SubmitBody, 'title' | 'text' | 'topic' | 'author' | 'wantsHearing'>,
  { community, host, calendar, now, locale }: PreviewContext,
): PetitionView {
  const { title, text, topic, author, wantsHearing = false } = body
  const submission = {
    id: 'preview',
    communityId: community.id,
    hostId: host.id,
    title,
    text,
    ...(topic && { topic }),
    author: personName(author),
    email: author.email,
    wantsHearing,
    locale,
  }
  const submitted = submit(submission, { community, host, number: 0 }, now, calendar)
  const publish = {
    type: 'publish',
    by: { role: 'moderator' },
    settings: community.settings,
    logOrigin: '',
  } as const
  const { petition, events } = change(submitted.petition, publish, now, calendar)!
  const source = { petition, events, notices: [], log: { applied: 0, count: 0 } }
  return projectPetition({ ...source, community, calendar, now })
}
