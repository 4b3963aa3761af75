import type { Instant } from '../calendar/day'

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
  /** When a role was last given, which is the invitation to add a first key; absent for whom the installation began with. */
  readonly invitedAt?: Instant
}
