import type { Scope, StaffMember } from './staff-member'

/**
 * A member as one place knows them: with the roles held there and no other. Whoever was vouched for by a council's own
 * provider is let into that council alone, whatever else they do elsewhere.
 * @returns undefined for whom that place gave no role; the member as they are where no place is named
 */
export function memberWithin(member: StaffMember, place: Scope | undefined): StaffMember | undefined {
  if (place === undefined) return member
  const grants = member.grants.filter(({ scope }) => scope === place)
  return grants.length > 0 ? { ...member, grants } : undefined
}
