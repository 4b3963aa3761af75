import type { Grant, Role, Scope, StaffMember } from './staff-member'

/** Roles that exist within a scope: a council's, a host's, the whole installation's. */
export function rolesIn(scope: Scope): readonly Role[] {
  if (scope === '*') return ['operator']
  return scope.startsWith('host:') ? ['ngo-editor'] : ['moderator', 'secretary', 'head']
}

/** The member with one grant more; the same member where it is held already. */
export function withGrant(member: StaffMember, grant: Grant): StaffMember {
  if (holds(member, grant)) return member
  return { ...member, grants: [...member.grants, grant] }
}

/** The member with one grant less; the same member where it is not held. */
export function withoutGrant(member: StaffMember, grant: Grant): StaffMember {
  if (!holds(member, grant)) return member
  return { ...member, grants: member.grants.filter((held) => !same(held, grant)) }
}

function holds(member: StaffMember, grant: Grant): boolean {
  return member.grants.some((held) => same(held, grant))
}

function same(a: Grant, b: Grant): boolean {
  return a.role === b.role && a.scope === b.scope
}
