/** Roles of people who carry a petition to its answer. */
export const ROLES = ['moderator', 'secretary', 'head', 'ngo-editor', 'operator'] as const
export type Role = (typeof ROLES)[number]

/** A role within one community (`community:<id>`), one host (`host:<id>`) or the whole installation (`*`). */
export interface Grant {
  readonly role: Role
  readonly scope: Scope
}

export type Scope = `community:${string}` | `host:${string}` | '*'

export interface StaffMember {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly grants: readonly Grant[]
}

/** The roles a member holds where a petition belongs. */
export function rolesFor(
  member: StaffMember,
  petition: { readonly communityId: string; readonly host: { readonly id: string } },
): Role[] {
  const scopes: Scope[] = ['*', `community:${petition.communityId}`, `host:${petition.host.id}`]
  return member.grants.filter((grant) => scopes.includes(grant.scope)).map((grant) => grant.role)
}
