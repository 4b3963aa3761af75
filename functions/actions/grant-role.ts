import { createHash } from 'node:crypto'
import { DomainError } from '../../shared/problem'
import type { Action } from '../../shared/staff/access'
import { rolesIn, withGrant, withoutGrant } from '../../shared/staff/granting'
import { mayDo, placeAsResource } from '../../shared/staff/may-do'
import type { Role, Scope, StaffMember } from '../../shared/staff/staff-member'
import type { Clock } from '../ports/clock'
import type { OfficeStore } from '../ports/office-store'
import type { SessionStore } from '../ports/session-store'

export interface GrantDeps {
  readonly clock: Clock
  readonly office: OfficeStore
  readonly sessions: SessionStore
}

/** A role in a council or host. */
interface RoleIn {
  readonly scope: Scope
  readonly role: Role
}

/**
 * Gives somebody a role. An address that is known already keeps its name; giving a role twice changes nothing.
 * @param person with a normalised address
 * @returns the person's id
 * @throws DomainError `forbidden`; `role-elsewhere` for a role that the scope does not have; `conflict`
 */
export async function grantRole(
  deps: GrantDeps,
  by: StaffMember,
  { scope, role }: RoleIn,
  person: { readonly name: string; readonly email: string },
): Promise<string> {
  assertMay(by, 'grant-role', { scope, role })
  const known = (await deps.office.members()).find(({ email }) => email.toLowerCase() === person.email)
  const before = known ?? { id: idOf(person.email), ...person, grants: [] }
  await saveGranted(deps, by, { scope, role }, before, known)
  return before.id
}

/**
 * Gives back a role that was taken.
 * @throws DomainError as `grantRole`, and `not-found`
 */
export async function restoreRole(
  deps: GrantDeps,
  by: StaffMember,
  roleIn: RoleIn,
  memberId: string,
): Promise<void> {
  assertMay(by, 'restore-role', roleIn)
  const known = await memberOf(deps, memberId)
  await saveGranted(deps, by, roleIn, known, known)
}

/**
 * Takes a role. What the person has done stays in the journals; their sessions end.
 * Nobody takes a role of their own, so that no council is left without anybody by mistake.
 * @throws DomainError `own-role`, and as `grantRole`
 */
export async function revokeRole(
  deps: GrantDeps,
  by: StaffMember,
  roleIn: RoleIn,
  memberId: string,
): Promise<void> {
  assertMay(by, 'revoke-role', roleIn)
  if (memberId === by.id) throw new DomainError('own-role')
  const before = await memberOf(deps, memberId)
  const after = withoutGrant(before, roleIn)
  if (after === before) return
  await deps.office.saveMember(roleIn.scope, after, before, entry(deps, by, 'revoked', roleIn, after))
  await deps.sessions.endAll(memberId)
}

async function saveGranted(
  deps: GrantDeps,
  by: StaffMember,
  roleIn: RoleIn,
  before: StaffMember,
  known: StaffMember | undefined,
): Promise<void> {
  const granted = withGrant(before, { role: roleIn.role, scope: roleIn.scope })
  if (granted === known) return
  const after = { ...granted, invitedAt: deps.clock.now() }
  await deps.office.saveMember(roleIn.scope, after, known, entry(deps, by, 'granted', roleIn, after))
}

function assertMay(by: StaffMember, action: Action, { scope, role }: RoleIn): void {
  if (!mayDo(by, action, placeAsResource(scope))) throw new DomainError('forbidden')
  if (!rolesIn(scope).includes(role)) throw new DomainError('role-elsewhere')
}

async function memberOf({ office }: GrantDeps, id: string): Promise<StaffMember> {
  const member = (await office.members()).find((one) => one.id === id)
  if (!member) throw new DomainError('not-found')
  return member
}

function entry(
  { clock }: GrantDeps,
  by: StaffMember,
  kind: 'granted' | 'revoked',
  { role }: RoleIn,
  member: StaffMember,
) {
  return {
    kind,
    role,
    member: { id: member.id, name: member.name },
    at: clock.now(),
    by: { id: by.id, name: by.name },
  }
}

/** The same address is the same person, also for two who give it a role at once. */
function idOf(email: string): string {
  return `member-${createHash('sha256').update(email).digest('hex').slice(0, 20)}`
}
