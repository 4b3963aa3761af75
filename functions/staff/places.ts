import type { Locale } from '../../shared/locale'
import type { Action } from '../../shared/staff/access'
import { mayDo, placeAsResource } from '../../shared/staff/may-do'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { NamedPlace } from '../../web/components/desk/places'
import type { CommunityStore } from '../ports/community-store'

/** Councils, NGOs' hosts and the installation itself, where the member may do it, by name. */
export async function placesFor(
  communities: Pick<CommunityStore, 'communities' | 'hosts'>,
  member: StaffMember,
  action: Action,
  locale: Locale,
): Promise<NamedPlace[]> {
  const [councils, hosts] = await Promise.all([communities.communities(), communities.hosts()])
  const all: NamedPlace[] = [
    ...councils.map(({ id, name }) => ({ scope: `community:${id}` as const, name: name[locale] })),
    ...hosts
      .filter(({ kind }) => kind === 'ngo')
      .map(({ id, name }) => ({ scope: `host:${id}` as const, name: name[locale] })),
    { scope: '*' },
  ]
  return all.filter(({ scope }) => mayDo(member, action, placeAsResource(scope)))
}
