import type { StaffAction } from '../../shared/http/staff-actions'
import { ALLOWED } from '../../shared/petition/decide'
import { ANNULLABLE, type Petition } from '../../shared/petition/petition'
import { mayDo, petitionAsResource } from '../../shared/staff/may-do'
import { nextDue } from '../../shared/staff/owed'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { CommunityStore } from '../ports/community-store'
import type { PetitionStore } from '../ports/petition-store'

export interface CaseloadDeps {
  readonly petitions: Pick<PetitionStore, 'ofCommunity'>
  readonly communities: CommunityStore
}

/** Every petition a member has a role for, what is due first at the top. */
export async function caseloadOf(deps: CaseloadDeps, member: StaffMember): Promise<Petition[]> {
  const communities = await communitiesOf(deps, member)
  const lists = await Promise.all(communities.map((id) => deps.petitions.ofCommunity(id)))
  return lists
    .flat()
    .filter((petition) => mayDo(member, 'read-petition', petitionAsResource(petition)))
    .sort(byDue)
}

/** What the member may do with the petition as it stands. */
export function actionsFor(member: StaffMember, petition: Petition): StaffAction[] {
  const resource = petitionAsResource(petition)
  return STAFF_ORDER.filter((action) => mayDo(member, action, resource) && makesSense(action, petition))
}

/** The order in which the statute takes a petition through them; what waits for a decision stands first. */
const STAFF_ORDER: readonly StaffAction[] = [
  'keep-consideration',
  'resume-collection',
  'publish',
  'reject',
  'transfer',
  'begin-consideration',
  'order-draft',
  'extend',
  'decide',
  'announce',
  'answer',
  'register-appeal',
  'answer-appeal',
  'annul',
]

function makesSense(action: StaffAction, petition: Petition): boolean {
  if (action === 'annul') return ANNULLABLE.includes(petition.status)
  return ALLOWED[action].includes(petition.status) && (NOT_YET[action]?.(petition) ?? true)
}

/** Steps that have their place in a row: not before the one ahead, and once. */
const NOT_YET: Partial<Record<StaffAction, (petition: Petition) => boolean>> = {
  'keep-consideration': ({ shortfall }) => shortfall !== undefined,
  'resume-collection': ({ shortfall }) => shortfall !== undefined,
  transfer: ({ transferredAt }) => !transferredAt,
  'begin-consideration': ({ host, dispatchedAt }) => host.kind === 'council' || dispatchedAt !== undefined,
  'order-draft': ({ draftOrderedAt, decision }) => !draftOrderedAt && !decision,
  extend: ({ wantsHearing, decision }) => wantsHearing && !decision,
  decide: ({ decision }) => !decision,
  announce: ({ decision, announcement }) => decision !== undefined && !announcement,
  answer: ({ announcement }) => announcement !== undefined,
  'register-appeal': ({ appeal }) => !appeal?.registrationNumber,
  'answer-appeal': ({ appeal }) => appeal?.registrationNumber !== undefined && !appeal.answeredAt,
}

/** Ids of the communities in which the member has a role, also by a host that collects for them. */
export async function communitiesOf(
  deps: Pick<CaseloadDeps, 'communities'>,
  member: StaffMember,
): Promise<string[]> {
  const found = new Set<string>()
  for (const { scope } of member.grants) {
    if (scope === '*') for (const { id } of await deps.communities.communities()) found.add(id)
    else if (scope.startsWith('community:')) found.add(scope.slice('community:'.length))
    else
      for (const id of (await deps.communities.host(scope.slice('host:'.length)))?.communities ?? [])
        found.add(id)
  }
  return [...found]
}

/** Sorts after every instant. */
const NEVER = '~'

/** Open obligations first, the nearest at the top; then the newest. */
function byDue(a: Petition, b: Petition): number {
  const [dueA, dueB] = [nextDue(a) ?? NEVER, nextDue(b) ?? NEVER]
  if (dueA !== dueB) return dueA < dueB ? -1 : 1
  return a.submittedAt > b.submittedAt ? -1 : 1
}
