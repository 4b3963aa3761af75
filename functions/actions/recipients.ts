import type { Petition } from '../../shared/petition/petition'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { CommunityStore } from '../ports/community-store'
import type { PetitionStore } from '../ports/petition-store'
import type { StaffStore } from '../ports/staff-store'

export interface RecipientDeps {
  readonly petitions: Pick<PetitionStore, 'authorEmail'>
  readonly communities: CommunityStore
  readonly staff: StaffStore
}

/**
 * The addresses behind a notice's role, looked up only when it is sent.
 * Where nobody holds a staff role, the council's own address receives what is meant for it.
 */
export async function recipientsOf(deps: RecipientDeps, petition: Petition, role: string): Promise<string[]> {
  if (role === 'author') return compact([await deps.petitions.authorEmail(petition.id)])
  if (role === 'ngo') return compact([(await deps.communities.host(petition.host.id))?.email])
  const council = compact([(await deps.communities.community(petition.communityId))?.email])
  if (role === 'council') return council
  const members = await membersFor(deps.staff, petition, role)
  return members.length > 0 ? [...new Set(members.map((member) => member.email))] : council
}

async function membersFor(
  staff: StaffStore,
  petition: Petition,
  role: string,
): Promise<readonly StaffMember[]> {
  const atHost = `host:${petition.host.id}`
  if (role === 'moderator' && petition.host.kind === 'ngo') {
    const editors = await staff.withRole('ngo-editor', atHost)
    if (editors.length > 0) return editors
  }
  return staff.withRole(role, `community:${petition.communityId}`)
}

function compact<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((value) => value !== undefined)
}
