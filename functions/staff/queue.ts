import type { Community } from '../../shared/community/settings'
import { stageOf } from '../../shared/petition/answer-draft'
import type { Petition, Status } from '../../shared/petition/petition'
import { mayDo, petitionAsResource, rolesAt } from '../../shared/staff/may-do'
import type { DraftStage } from '../../shared/staff/next-step'
import { byDue, isMine, type QueueTask, tasksOf } from '../../shared/staff/queue'
import type { Role, StaffMember } from '../../shared/staff/staff-member'
import type { DeskCaseRow, QueueView } from '../../web/components/desk/queue-view'
import { isAlarming } from '../actions/alarming'
import { inParallel } from '../in-parallel'
import type { AnomalyStore } from '../ports/anomaly-store'
import type { AnswerDrafts } from '../ports/answer-drafts'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { DeskCase, DeskStore } from '../ports/desk-store'
import type { PetitionStore } from '../ports/petition-store'
import { communitiesOf } from './caseload'
import type { QueueQuery } from './queue-query'

export interface QueueDeps {
  readonly clock: Clock
  readonly communities: CommunityStore
  readonly desk: DeskStore
  readonly drafts: Pick<AnswerDrafts, 'last'>
  readonly anomalies: Pick<AnomalyStore, 'all'>
  readonly petitions: Pick<PetitionStore, 'load'>
}

/** How far the queue reads in each community; more are counted as «more». */
const OWED_AT_MOST = 500
const PER_PAGE = 50
const RECENT = 20
const FOUND_AT_MOST = 50
const AT_ONCE = 16
const ALARMS_AT_MOST = 20

/** The queue of a member: what they owe by urgency, what waits for others, and the newest petitions or those found. */
export async function queueOf(deps: QueueDeps, member: StaffMember, query: QueueQuery): Promise<QueueView> {
  const ids = await communitiesOf(deps, member)
  const all = new Map((await deps.communities.communities()).map((one) => [one.id, one]))
  const communities = ids.flatMap((id) => all.get(id) ?? [])
  const chosen = communities.filter(({ id }) => !query.community || id === query.community)
  const owed = (await Promise.all(chosen.map(({ id }) => deps.desk.owed(id, OWED_AT_MOST)))).map(
    (petitions) => ({ petitions, cut: petitions.length === OWED_AT_MOST }),
  )
  const petitions = owed
    .flatMap((one) => one.petitions)
    .filter((petition) => rolesOf(member, petition, query.role).length > 0)
    .filter(({ status }) => !query.status || status === query.status)
  const { mine, others } = await split(deps, member, petitions, query)
  const listed = await listedOf(deps, member, chosen, query)
  const view = (task: QueueTask<Petition>) => ({ ...task, petition: rowOf(all, task.petition) })
  return {
    tasks: mine.slice((query.page - 1) * PER_PAGE, query.page * PER_PAGE).map(view),
    counts: countBy(mine),
    pages: Math.max(1, Math.ceil(mine.length / PER_PAGE)),
    waiting: others.slice(0, PER_PAGE).map(view),
    waitingTotal: others.length,
    decisions: petitions
      .filter(({ shortfall }) => shortfall !== undefined)
      .filter((one) => query.tasks === 'all' || mayDo(member, 'keep-consideration', petitionAsResource(one)))
      .map((petition) => rowOf(all, petition)),
    alarms: await alarmsOf(deps, member, chosen, all),
    cut: owed.some(({ cut }) => cut),
    listed: listed.cases.map((one) => rowOf(all, one)),
    more: listed.more,
    communities: communities.map(({ id, name }) => ({ id, name })),
    roles: [...new Set(member.grants.map(({ role }) => role))],
    query,
  }
}

/** The member's roles for a petition, or the one that was chosen of them. */
function rolesOf(member: StaffMember, petition: DeskCase, chosen: Role | undefined): Role[] {
  return rolesAt(member, petitionAsResource(petition)).filter((role) => !chosen || role === chosen)
}

async function split(
  deps: QueueDeps,
  member: StaffMember,
  petitions: readonly Petition[],
  query: QueueQuery,
) {
  const calendar = await deps.communities.calendar()
  const stages = await draftStages(deps, petitions)
  const now = deps.clock.now()
  const tasks = petitions
    .flatMap((petition) => tasksOf(petition, stages.get(petition.id) ?? 'none', now, calendar))
    .sort(byDue)
  if (query.tasks === 'all') return { mine: tasks, others: [] }
  const own = (task: QueueTask<Petition>) => isMine(task, rolesOf(member, task.petition, query.role))
  return { mine: tasks.filter(own), others: tasks.filter((task) => !own(task)) }
}

/** How far the drafts of answers have come, of petitions in consideration: there are few of them at a time. */
async function draftStages(
  { drafts }: QueueDeps,
  petitions: readonly Petition[],
): Promise<ReadonlyMap<string, DraftStage>> {
  const considered = petitions.filter(({ status }) => status === 'consideration')
  const stages = new Map<string, DraftStage>()
  await inParallel(considered, AT_ONCE, async ({ id }) => {
    stages.set(id, stageOf(await drafts.last(id)))
  })
  return stages
}

/** The newest petitions, or those that were searched for. */
async function listedOf(
  { desk }: QueueDeps,
  member: StaffMember,
  communities: readonly Community[],
  { q, status, role }: QueueQuery,
): Promise<{ readonly cases: readonly DeskCase[]; readonly more: boolean }> {
  const lists = await Promise.all(
    communities.map(async ({ id }) =>
      q
        ? desk.search(id, q, FOUND_AT_MOST)
        : { cases: await desk.recent(id, status ? 10 * RECENT : RECENT), more: true },
    ),
  )
  const fitting = lists
    .flatMap(({ cases }) => cases)
    .filter((one) => rolesOf(member, one, role).length > 0)
    .filter((one) => !status || one.status === status)
    .sort((a, b) => (a.submittedAt > b.submittedAt ? -1 : 1))
  const most = q ? FOUND_AT_MOST : RECENT
  return {
    cases: fitting.slice(0, most),
    more: fitting.length > most || (q !== undefined && lists.some(({ more }) => more)),
  }
}

/** Petitions with an alarm about their signatures, of which the member may see the report; the largest first. */
async function alarmsOf(
  { anomalies, petitions }: QueueDeps,
  member: StaffMember,
  chosen: readonly Community[],
  communities: ReadonlyMap<string, Community>,
): Promise<QueueView['alarms']> {
  const states = (await Promise.all(chosen.map(({ id }) => anomalies.all(id)))).flat().filter(isAlarming)
  const found = states
    .map(({ petitionId, report }) => ({
      petitionId,
      found: report!.inAlarms,
      signatures: report!.signatures,
    }))
    .sort((a, b) => b.found - a.found)
    .slice(0, ALARMS_AT_MOST)
  const rows = await Promise.all(
    found.map(async ({ petitionId, ...figures }) => {
      const petition = await petitions.load(petitionId)
      if (!petition || !mayDo(member, 'read-anomalies', petitionAsResource(petition))) return []
      return [{ ...rowOf(communities, petition), ...figures }]
    }),
  )
  return rows.flat()
}

function countBy(tasks: readonly QueueTask<Petition>[]): QueueView['counts'] {
  const counts = { overdue: 0, today: 0, 'this-week': 0, later: 0 }
  for (const { urgency } of tasks) counts[urgency]++
  return counts
}

/** A petition as a line of the desk's lists. */
export function rowOf(communities: ReadonlyMap<string, Community>, one: DeskCase): DeskCaseRow {
  const { id, number, title, status, decision, announcement } = one
  const outcome = announcement ? decision?.outcome : undefined
  const community = communities.get(one.communityId)!
  return {
    id,
    number,
    title,
    status: status satisfies Status,
    ...(outcome && { outcome }),
    community: { id: community.id, name: community.name },
  }
}
