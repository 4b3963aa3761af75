import { addDays, atHour, type Day, dayOf, type Instant } from '../calendar/day'
import { addWorkingDays, type CalendarSettings } from '../calendar/working-calendar'
import type { Community, Host } from '../community/settings'
import type { By } from '../procedure/event'
import { change } from './change'
import type { Command } from './commands'
import type { EventType } from './events'
import type { Petition } from './petition'
import { submit } from './submission'

/** The community of the example: what a council sets in it is what many have set. */
export const EXAMPLE: Community = {
  id: 'example',
  name: { uk: 'Громада', en: 'Community' },
  council: { uk: 'Рада', en: 'Council' },
  email: 'rada@community.example',
  settings: {
    threshold: 250,
    collection: { unit: 'calendar-days', count: 60 },
    publicationDayCounts: false,
    consideration: { unit: 'working-days', count: 10 },
    identities: ['email'],
    retentionYears: 3,
  },
  source: { uk: '-', en: '-' },
}

/** One day of the example: what happened, and what somebody owes from then on. */
export interface ExampleStep {
  readonly event: EventType
  readonly on: Day
  /** Rules that it opens, each with the last day of its term. */
  readonly opens: readonly { readonly rule: string; readonly due: Day }[]
}

/**
 * A petition that goes all its way on the last day of each term, by the rules themselves: submitted, published after
 * two working days, signed by enough people a fortnight later, considered and answered.
 * @param day of submitting
 */
export function workedExample(
  day: Day,
  community: Community,
  calendar: CalendarSettings,
): readonly ExampleStep[] {
  const host: Host = {
    id: 'council',
    kind: 'council',
    name: community.council,
    email: community.email,
    communities: [community.id],
  }
  const submission = {
    ...{ id: 'example', communityId: community.id, hostId: host.id, title: '-', text: '-' },
    ...{ author: { surname: '-', givenName: '-' }, email: '-', wantsHearing: false, locale: 'uk' as const },
  }
  const now = atHour(day, 10)
  let petition = submit(submission, { community, host, number: 1 }, now, calendar).petition
  const steps: ExampleStep[] = [stepOf('submitted', petition, now)]
  const dueOf = (rule: string) => dayOf(petition.obligations.find((one) => one.rule === rule)!.dueAt)
  const go = (on: Day, event: EventType, command: Command) => {
    const at = atHour(on, 10)
    petition = change(petition, 'at' in command ? { ...command, at } : command, at, calendar)!.petition
    steps.push(stepOf(event, petition, at))
  }

  const { settings } = community
  const count = settings.threshold
  go(dueOf('R2'), 'published', { type: 'publish', by: MODERATOR, settings, logOrigin: '-' })
  const reached = onOrAfter(addDays(dayOf(petition.publishedAt!), 14), calendar)
  go(reached, 'threshold-reached', { type: 'reach-threshold', count, at: now, index: count - 1 })
  go(dueOf('R12'), 'transferred', { type: 'transfer', by: HEAD })
  go(dueOf('R10'), 'consideration-begun', { type: 'begin-consideration', by: SECRETARY })
  go(dueOf('R13'), 'decided', { type: 'decide', by: SECRETARY, outcome: 'supported', text: '-' })
  go(dueOf('R17'), 'announced', { type: 'announce', by: HEAD })
  go(dueOf('R18'), 'answered', { type: 'answer', by: SECRETARY, text: '-', reasons: '-' })
  return steps
}

const MODERATOR: By = { role: 'moderator' }
const SECRETARY: By = { role: 'secretary' }
const HEAD: By = { role: 'head' }

function stepOf(event: EventType, { obligations }: Petition, at: Instant): ExampleStep {
  const opened = obligations.filter(({ openedAt }) => openedAt === at)
  return { event, on: dayOf(at), opens: opened.map(({ rule, dueAt }) => ({ rule, due: dayOf(dueAt) })) }
}

function onOrAfter(day: Day, calendar: CalendarSettings): Day {
  return addWorkingDays(addDays(day, -1), 1, calendar)
}
