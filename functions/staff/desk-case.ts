import { instantOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { stageOf } from '../../shared/petition/answer-draft'
import type { PetitionEvent } from '../../shared/petition/events'
import { mayDo, petitionAsResource, rolesAt } from '../../shared/staff/may-do'
import type { DraftStage } from '../../shared/staff/next-step'
import { byDue, isMine, tasksOf } from '../../shared/staff/queue'
import type { Role } from '../../shared/staff/staff-member'
import { objectKey, paths } from '../../web/addresses'
import type { CaseView, DeskAct } from '../../web/components/desk/case-view'
import { isAlarming } from '../actions/alarming'
import { viewPetition } from '../actions/view-petition'
import type { PetitionRecord } from '../ports/petition-store'
import type { StaffDeps } from './deps'
import { deskNotices } from './desk-notices-view'
import { namesOf } from './names'
import type { Session } from './session'

/** How long after opening a petition somebody counts as looking at it. */
const PRESENT_MS = 10 * 60_000

/** A page that was published longer ago than this is there, without looking. */
const SETTLED_MS = 10 * 60_000

/**
 * A petition with all that its page at the desk shows, to somebody whom the gate let in. Notes that they look at it.
 * @throws DomainError `petition-not-found`
 */
export async function openCase(deps: StaffDeps, session: Session, locale: Locale, id: string) {
  const { record, view } = await viewPetition(deps, id)
  const { petition } = record
  const resource = petitionAsResource(petition)
  const [present, people, last, notices, page, anomalies] = await Promise.all([
    presentAt(deps, session, id),
    namesOf(
      deps.staff,
      record.events.map(({ by }) => by.staffId),
    ),
    deps.drafts.last(id),
    deskNotices(deps, session.member, petition, record.notices, deps.clock.now()),
    publicPage(deps, locale, record),
    anomaliesOf(deps, session, record),
  ])
  const draft = stageOf(last)
  const next = await nextOf(deps, record, draft, rolesAt(session.member, resource))
  const work: CaseView = {
    seq: petition.seq,
    ...(next && { next }),
    present,
    people: Object.fromEntries(
      record.events.flatMap(({ seq, by }) => {
        const name = by.staffId && people.get(by.staffId)
        return name ? [[seq, name]] : []
      }),
    ),
    draft,
    mayDraft:
      mayDo(session.member, 'work-on-draft', resource) &&
      ['consideration', 'answered'].includes(petition.status),
    page,
    notices,
    ...(anomalies && { anomalies }),
  }
  return { record, view, work }
}

/** Acts of others as the desk tells them. */
export async function actsOf(deps: StaffDeps, events: readonly PetitionEvent[]): Promise<DeskAct[]> {
  const names = await namesOf(
    deps.staff,
    events.map(({ by }) => by.staffId),
  )
  return events.map(({ type, at, by }) => ({
    type,
    at,
    role: by.role,
    name: by.staffId === undefined ? undefined : names.get(by.staffId),
  }))
}

async function presentAt({ presences, clock }: StaffDeps, { member }: Session, petitionId: string) {
  const now = clock.now()
  const expiresAt = instantOf(Date.parse(now) + PRESENT_MS)
  const [others] = await Promise.all([
    presences.at(petitionId, now),
    presences.note(petitionId, { staffId: member.id, name: member.name, at: now }, expiresAt),
  ])
  return others.filter(({ staffId }) => staffId !== member.id).map(({ name }) => name)
}

/** What is due first of what the member owes, else of what others do. */
async function nextOf(
  deps: StaffDeps,
  { petition }: PetitionRecord,
  draft: DraftStage,
  roles: readonly Role[],
): Promise<CaseView['next']> {
  const calendar = await deps.communities.calendar()
  const tasks = tasksOf(petition, draft, deps.clock.now(), calendar).sort(byDue)
  const own = tasks.find((task) => isMine(task, roles))
  const { petition: _same, ...next } = own ?? tasks[0] ?? { petition }
  return 'step' in next ? { ...next, mine: own !== undefined } : undefined
}

/** The stream publishes a page a moment after its petition; only then is there something to look at. */
async function publicPage(
  deps: StaffDeps,
  locale: Locale,
  { petition }: PetitionRecord,
): Promise<CaseView['page']> {
  const { publishedAt, id } = petition
  if (!publishedAt) return 'none'
  if (Date.parse(deps.clock.now()) - Date.parse(publishedAt) > SETTLED_MS) return 'there'
  return (await deps.objects.get(objectKey(locale, paths.petition(id)))) ? 'there' : 'soon'
}

/** What the last report on the signatures says, for who may read it. */
async function anomaliesOf(
  { anomalies }: StaffDeps,
  { member }: Session,
  { petition, log }: PetitionRecord,
): Promise<CaseView['anomalies']> {
  if (log.applied === 0 || !mayDo(member, 'read-anomalies', petitionAsResource(petition))) return undefined
  const state = await anomalies.get(petition)
  const { inAlarms: found = 0, signatures = 0 } = state?.report ?? {}
  return { alarming: state !== undefined && isAlarming(state), found, signatures }
}
