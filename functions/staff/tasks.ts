import type { Community } from '../../shared/community/settings'
import type { Petition } from '../../shared/petition/petition'
import { projectDeadline, projectSummary } from '../../shared/petition/project'
import type { Actor } from '../../shared/petition/rules'
import type { DeadlineView, PetitionSummary } from '../../shared/petition/view'
import { isOpen } from '../../shared/procedure/duties'
import { may } from '../../shared/staff/permissions'
import { type Role, rolesFor, type StaffMember } from '../../shared/staff/staff-member'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { Count, CountReader } from '../ports/count-reader'

export interface TaskDeps {
  readonly clock: Clock
  readonly communities: CommunityStore
  readonly counts: CountReader
}

export interface Tasks {
  readonly tasks: { readonly petition: PetitionSummary; readonly deadline: DeadlineView }[]
  /** Petitions whose staff have to say what follows an annulment. */
  readonly decisions: PetitionSummary[]
  readonly petitions: PetitionSummary[]
}

/** Which staff roles answer for an actor of the rule table. */
const ANSWERABLE: Partial<Record<Actor, readonly Role[]>> = {
  moderator: ['moderator', 'ngo-editor'],
  council: ['secretary', 'head'],
  executive: ['secretary', 'head'],
  secretary: ['secretary'],
  head: ['head'],
  ngo: ['ngo-editor'],
}

/** Open obligations of the petitions, due first at the top; `mine`: those the member's roles answer for. */
export async function tasksOf(
  deps: TaskDeps,
  member: StaffMember,
  petitions: readonly Petition[],
  filter: 'mine' | 'all',
): Promise<Tasks> {
  const calendar = await deps.communities.calendar()
  const communities = new Map((await deps.communities.communities()).map((one) => [one.id, one]))
  const counts = await deps.counts.counts(petitions.map(({ id }) => id))
  const now = deps.clock.now()
  const summaries = new Map(petitions.map((one) => [one.id, summary(one, communities, counts)]))
  const tasks = petitions.flatMap((petition) => {
    const roles = rolesFor(member, petition)
    return petition.obligations
      .filter(isOpen)
      .filter(({ actor }) => filter === 'all' || answersFor(roles, actor as Actor))
      .map((obligation) => ({
        petition: summaries.get(petition.id)!,
        deadline: projectDeadline(obligation, now, calendar),
      }))
  })
  tasks.sort((a, b) => (a.deadline.due < b.deadline.due ? -1 : 1))
  const decisions = petitions
    .filter(({ shortfall }) => shortfall !== undefined)
    .filter((one) => filter === 'all' || may(rolesFor(member, one), 'keep-consideration'))
    .map(({ id }) => summaries.get(id)!)
  return { tasks, decisions, petitions: [...summaries.values()].sort(newestFirst) }
}

function answersFor(roles: readonly Role[], actor: Actor): boolean {
  return roles.some((role) => role === 'operator' || ANSWERABLE[actor]?.includes(role))
}

function summary(
  petition: Petition,
  communities: ReadonlyMap<string, Community>,
  counts: ReadonlyMap<string, Count>,
): PetitionSummary {
  return projectSummary(petition, communities.get(petition.communityId)!, counts.get(petition.id)?.count ?? 0)
}

function newestFirst(a: PetitionSummary, b: PetitionSummary): number {
  return a.submittedAt > b.submittedAt ? -1 : 1
}
