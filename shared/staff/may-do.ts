import { ACCESS, type Action, rolesOf } from './access'
import { rolesIn } from './granting'
import type { Grant, Role, Scope, StaffMember } from './staff-member'

/** What an action is done to. */
export type Resource =
  | {
      readonly kind: 'petition'
      readonly id: string
      readonly communityId: string
      readonly hostId: string
    }
  | { readonly kind: 'community' | 'host'; readonly id: string }
  | { readonly kind: 'installation' }
  | { readonly kind: 'self' }

type Holder = Pick<StaffMember, 'grants'>

/** Whether somebody may do it to that. Default is refusal. */
export function mayDo(member: Holder, action: Action, resource: Resource): boolean {
  if (ACCESS[action].on === 'self') return resource.kind === 'self'
  return roleFor(member, action, resource) !== undefined
}

/** In which role somebody may do it to that; undefined where they may not, and for what needs no role. */
export function roleFor(member: Holder, action: Action, resource: Resource): Role | undefined {
  return rolesAt(member, resource).find((role) => rolesOf(action).includes(role))
}

/** Whether somebody may do it in at least one place; which one it is the act itself asks with `mayDo`. */
export function mayDoSomewhere(member: Holder, action: Action): boolean {
  return member.grants.some((grant) => isSound(grant) && rolesOf(action).includes(grant.role))
}

/** The roles that count for a resource: those of its place, and those of the whole installation. */
export function rolesAt(member: Holder, resource: Resource): Role[] {
  const scopes = scopesOf(resource)
  return member.grants
    .filter((grant) => scopes.includes(grant.scope) && isSound(grant))
    .map(({ role }) => role)
}

/** A petition as what an action is done to. */
export function petitionAsResource(petition: {
  readonly id: string
  readonly communityId: string
  readonly host: { readonly id: string }
}): Resource {
  return { kind: 'petition', id: petition.id, communityId: petition.communityId, hostId: petition.host.id }
}

/** A council, a host or the installation by the scope of its grants; anything else is a place where nobody has a role. */
export function placeAsResource(scope: Scope): Resource {
  if (scope === '*') return { kind: 'installation' }
  const [kind, ...id] = scope.split(':') as ['community' | 'host', ...string[]]
  return { kind, id: id.join(':') }
}

function scopesOf(resource: Resource): Scope[] {
  switch (resource.kind) {
    case 'petition':
      return ['*', `community:${resource.communityId}`, `host:${resource.hostId}`]
    case 'community':
    case 'host':
      return ['*', `${resource.kind}:${resource.id}`]
    case 'installation':
      return ['*']
    default:
      return []
  }
}

/** A role that its scope does not have gives nothing: no head of an NGO, no moderator of everything. */
function isSound({ role, scope }: Grant): boolean {
  return rolesIn(scope).includes(role)
}
