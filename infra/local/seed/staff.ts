import type { Community } from '../../../shared/community/settings'
import type { Role, StaffMember } from '../../../shared/staff/staff-member'
import { NGO } from './communities'

const TITLES: Readonly<Record<Exclude<Role, 'ngo-editor' | 'operator'>, string>> = {
  moderator: 'Модератор петицій',
  secretary: 'Секретар ради',
  head: 'Голова громади',
}

/** One moderator, secretary and head for a council: `moderator@malva.example` and so on. */
export function staffOf(community: Community): StaffMember[] {
  return (['moderator', 'secretary', 'head'] as const).map((role) => ({
    id: `${community.id}-${role}`,
    name: TITLES[role],
    email: `${role}@${community.id}.example`,
    grants: [{ role, scope: `community:${community.id}` }],
  }))
}

export const NGO_EDITOR: StaffMember = {
  id: `${NGO.id}-editor`,
  name: 'Редактор ГО',
  email: 'editor@kalynovyi-mist.example',
  grants: [{ role: 'ngo-editor', scope: `host:${NGO.id}` }],
}

export const OPERATOR: StaffMember = {
  id: 'operator',
  name: 'Оператор платформи',
  email: 'operator@viche.example',
  grants: [{ role: 'operator', scope: '*' }],
}
