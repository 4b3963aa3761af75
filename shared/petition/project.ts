import { dayOf, daysBetween, type Instant } from '../calendar/day'
import { type CalendarSettings, workingDaysBetween } from '../calendar/working-calendar'
import { type Community, IDENTITIES } from '../community/settings'
import { ANNULMENT_GROUNDS } from '../log/annulment'
import { countsByLevel, type LevelCounts, levelsToShow } from '../log/levels'
import type { LogState } from '../log/state'
import { isOpen, statusOf } from '../procedure/duties'
import type { Delivery } from '../procedure/notice'
import type { Obligation } from '../procedure/obligation'
import type { Text } from '../procedure/rule'
import type { PetitionEvent } from './events'
import { GROUNDS } from './grounds'
import { merged } from './ledger'
import type { PetitionNotice } from './notices'
import { type Petition, SIGNABLE } from './petition'
import { itemOf, ruleOf } from './rules'
import { FOLLOWERS } from './updates'
import type {
  AnnulmentView,
  DeadlineView,
  EventView,
  NoticeView,
  PetitionSummary,
  PetitionView,
} from './view'

/** What a projection is made of besides the petition itself. */
export interface ProjectionSource {
  readonly petition: Petition
  readonly events: readonly PetitionEvent[]
  readonly notices: readonly (PetitionNotice & Delivery)[]
  readonly log: Pick<LogState, 'applied' | 'count' | 'standing'>
  readonly community: Community
  readonly calendar: CalendarSettings
  readonly now: Instant
}

/** Whether a reader may know of the petition at all: it was published once. */
export function isPublic(petition: Pick<Petition, 'publishedAt'>): boolean {
  return petition.publishedAt !== undefined
}

/** Whether a signature confirmed at `now` counts: within the term, its last millisecond included. */
export function isSignable(petition: Petition, now: Instant): boolean {
  return SIGNABLE.includes(petition.status) && petition.closesAt !== undefined && now <= petition.closesAt
}

/**
 * What everybody may know of a petition. The outcome stays unsaid until the head has announced it (R17);
 * staff ids, addresses and keys are never part of it.
 */
export function projectPetition(source: ProjectionSource): PetitionView {
  const { petition, now, calendar } = source
  const announced = petition.announcement !== undefined
  return defined({
    ...projectSummary(petition, source.community, source.log.count),
    levels: levelsIn(petition, source.log),
    text: petition.text,
    wantsHearing: petition.wantsHearing,
    collection: petition.settings.collection,
    consideration: petition.settings.consideration,
    closesAt: petition.closesAt,
    signable: isSignable(petition, now),
    identities: IDENTITIES.filter((identity) => petition.settings.identities.includes(identity)),
    refusal: petition.refusal && {
      ...petition.refusal,
      item: GROUNDS[petition.refusal.ground].item,
      text: { uk: GROUNDS[petition.refusal.ground].uk, en: GROUNDS[petition.refusal.ground].en },
    },
    hearing: petition.hearing,
    decision: petition.decision && decisionOf(petition.decision, announced),
    announcement: petition.announcement,
    answer: petition.answer,
    appeal: petition.appeal,
    annulments: merged(source.events.flatMap(projectAnnulments)),
    shortfall: petition.shortfall && { since: petition.shortfall.since, count: petition.shortfall.count },
    withdrawnAt: petition.withdrawnAt,
    archivedAt: petition.archivedAt,
    namesErasedAt: petition.namesErasedAt,
    deadlines: petition.obligations.map((obligation) => projectDeadline(obligation, now, calendar)),
    events: source.events.map((event) => projectEvent(event, petition.obligations, announced)),
    notices: source.notices.filter(concernsSomebody).map(projectNotice),
    log: petition.logOrigin ? { origin: petition.logOrigin, size: source.log.applied } : undefined,
  })
}

/** Of a published petition; undefined where all signers are identified by mail. */
function levelsIn(petition: Petition, { count, standing }: ProjectionSource['log']): LevelCounts | undefined {
  const counts = countsByLevel(count, standing)
  const shown = isPublic(petition) && levelsToShow(petition.settings.identities, counts).length > 0
  return shown ? counts : undefined
}

/** The petition as a row of a list. */
export function projectSummary(petition: Petition, community: Community, count: number): PetitionSummary {
  const { host } = petition
  return defined({
    id: petition.id,
    number: petition.number,
    title: petition.title,
    locale: petition.locale,
    topic: petition.topic,
    status: petition.status,
    outcome: petition.announcement ? petition.decision?.outcome : undefined,
    community: projectCommunity(community),
    host: { id: host.id, kind: host.kind, name: host.name },
    author: petition.author,
    threshold: petition.settings.threshold,
    count,
    submittedAt: petition.submittedAt,
    publishedAt: petition.publishedAt,
    closesOn: petition.closesOn,
    thresholdReachedAt: petition.thresholdReachedAt,
  })
}

/** The community as a petition names it. */
export function projectCommunity({ id, name, council, demo }: Community): PetitionSummary['community'] {
  return defined({ id, name, council, demo })
}

/** What the public ledger says of an event: a line for each ground. */
function projectAnnulments(event: PetitionEvent): AnnulmentView[] {
  if (event.type !== 'annulled') return []
  return event.data.ledger.map(({ ground, number, entries }) => {
    const { uk, en, ...source }: Text & { item?: string } = ANNULMENT_GROUNDS[ground]
    const item = source.item === undefined ? undefined : itemOf(source.item)
    return defined({ at: event.at, ground, text: { uk, en }, item, number, entries: [...entries] })
  })
}

/** One obligation as the timeline shows it. */
export function projectDeadline(
  obligation: Obligation,
  now: Instant,
  calendar: CalendarSettings,
): DeadlineView {
  const rule = ruleOf(obligation.rule)
  const left = workingDaysBetween(dayOf(now), dayOf(obligation.dueAt), calendar)
  return defined({
    rule: rule.id,
    title: rule.title,
    actor: rule.actor,
    source: rule.item,
    openedAt: obligation.openedAt,
    due: obligation.dueAt,
    strictDue: obligation.strictDueAt < obligation.dueAt ? obligation.strictDueAt : undefined,
    metAt: obligation.metAt,
    status: statusOf(obligation, now),
    workingDaysLeft: isOpen(obligation) && now < obligation.dueAt ? left : undefined,
    daysLate: daysLate(obligation, now),
    extension: obligation.extension && {
      from: obligation.extension.from,
      reason: obligation.extension.reason,
    },
  })
}

/** Calendar days from the last day of the term to the day it was met on, or today; undefined where it is in time. */
function daysLate(obligation: Obligation, now: Instant): number | undefined {
  const status = statusOf(obligation, now)
  if (status !== 'overdue' && status !== 'met-late') return undefined
  return daysBetween(dayOf(obligation.dueAt), dayOf(obligation.metAt ?? now))
}

/** The decision's own words may tell the outcome, so they wait for the head too. */
function decisionOf({ at, text }: NonNullable<Petition['decision']>, announced: boolean) {
  return announced ? { at, text } : { at }
}

function projectEvent(
  event: PetitionEvent,
  obligations: readonly Obligation[],
  announced: boolean,
): EventView {
  const { settings: _frozen, ...known } = event.data as Record<string, unknown>
  const data = event.type === 'decided' && !announced ? {} : known
  return {
    seq: event.seq,
    type: event.type,
    at: event.at,
    by: event.by.role,
    rules: rulesOf(event, obligations),
    data,
  }
}

/** Rules that an entry of the journal opens, meets or speaks of. */
function rulesOf(event: PetitionEvent, obligations: readonly Obligation[]): string[] {
  if (event.type === 'reminded' || event.type === 'overdue') return [event.data.rule]
  if (event.type === 'recounted') return event.data.changes.map(({ rule }) => rule)
  const own = EVENT_RULES[event.type] ?? []
  const met = obligations
    .filter((one) => one.metAt === event.at && ruleOf(one.rule).duty?.metBy.includes(event.type))
    .map((one) => one.rule)
  return [...new Set([...own, ...met])]
}

/** Rules behind events that open or meet no obligation of their own. */
const EVENT_RULES: Partial<Record<PetitionEvent['type'], readonly string[]>> = {
  submitted: ['R1'],
  published: ['R4'],
  refused: ['R3'],
  'threshold-reached': ['R7'],
  annulled: ['R6'],
  'fell-below': ['R7'],
  'count-restored': ['R7'],
  'consideration-kept': ['R7'],
  'collection-resumed': ['R7'],
  'collection-ended': ['R8'],
  extended: ['R16'],
  'appeal-registered': ['R8'],
  answered: ['R21'],
  archived: ['R20'],
  'names-erased': ['R20'],
}

/** A notice to followers that nobody follows tells nothing; one that failed must be seen. */
function concernsSomebody({ to, told, untold, status }: PetitionNotice & Delivery): boolean {
  return to !== FOLLOWERS || (told ?? 0) + (untold ?? 0) > 0 || status === 'failed'
}

function projectNotice(notice: PetitionNotice & Delivery): NoticeView {
  return defined({
    id: notice.id,
    kind: notice.kind,
    to: notice.to,
    rule: notice.rule,
    event: notice.event,
    status: notice.status,
    createdAt: notice.createdAt,
    sentAt: notice.sentAt,
    attempts: notice.attempts,
    messageId: notice.messageId,
    told: notice.told,
    untold: notice.untold || undefined,
  })
}

/** The object without its undefined fields. */
function defined<T extends object>(value: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}
