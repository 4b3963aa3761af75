import { ROLES, type Role } from './staff-member'

/**
 * What an action is done to, and so where its role must be held: a petition (in its community, or at the host that
 * collects for it), a community, a host, the whole installation, or `place`, one of the last three. `self` is the
 * member's own: whoever is signed in may.
 */
export type ResourceKind = 'petition' | 'community' | 'host' | 'place' | 'installation' | 'self'

interface Right {
  readonly on: ResourceKind
  readonly roles: readonly Role[]
  /** Whoever does it proves anew who they are: it cannot be taken back, or decides who may do what. */
  readonly recentProof?: true
}

const on = (kind: ResourceKind, ...roles: readonly Role[]): Right => ({ on: kind, roles })
const withRecentProof = (right: Right): Right => ({ ...right, recentProof: true })

/**
 * Who may do what to what: the one table. An action that is not here nobody may do, and no role has a right that is
 * not written out. Roles count only where they are held; an operator's count everywhere, for what names operators.
 */
export const ACCESS = {
  // R2, R3: the host checks the petition.
  publish: withRecentProof(on('petition', 'moderator', 'ngo-editor')),
  reject: withRecentProof(on('petition', 'moderator', 'ngo-editor')),
  // R12: the head, or the deputy whom the council gave that role.
  transfer: on('petition', 'head'),
  // R10, R11
  'begin-consideration': on('petition', 'secretary', 'head'),
  // R14
  'order-draft': on('petition', 'head', 'secretary'),
  // R16
  extend: on('petition', 'head'),
  // R13
  decide: withRecentProof(on('petition', 'secretary', 'head')),
  // R17: by the head only.
  announce: withRecentProof(on('petition', 'head')),
  // R18
  answer: withRecentProof(on('petition', 'secretary', 'head')),
  // R8
  'register-appeal': on('petition', 'secretary'),
  'answer-appeal': on('petition', 'secretary', 'head'),
  // R6: the council answers for the count, wherever the signatures are collected.
  annul: withRecentProof(on('petition', 'moderator', 'secretary', 'head')),
  'preview-annulment': on('petition', 'moderator', 'secretary', 'head'),
  // R7: whether N still counts as reached.
  'keep-consideration': on('petition', 'secretary', 'head'),
  'resume-collection': on('petition', 'secretary', 'head'),
  // R18: the council's staff prepare the answer (item 17), the head signs off.
  'read-draft': on('petition', 'secretary', 'head'),
  'work-on-draft': on('petition', 'secretary', 'head'),
  'draft-save': on('petition', 'secretary', 'head'),
  'draft-ask': on('petition', 'secretary', 'head'),
  'draft-take-back': on('petition', 'secretary', 'head'),
  'draft-return': on('petition', 'head'),
  'draft-approve': on('petition', 'head'),
  'draft-publish': withRecentProof(on('petition', 'secretary', 'head')),

  // R6: whether the count can be trusted; the operator answers for the installation.
  'read-anomalies': on('petition', 'moderator', 'secretary', 'head', 'operator'),
  'settle-anomalies': on('petition', 'moderator', 'secretary', 'head', 'operator'),

  'read-petition': on('petition', ...ROLES),
  'read-dossier': on('petition', ...ROLES),
  'resend-notice': on('petition', ...ROLES),

  'change-settings': withRecentProof(on('community', 'secretary', 'head', 'operator')),
  'cancel-settings': withRecentProof(on('community', 'secretary', 'head', 'operator')),
  'change-front': on('host', 'ngo-editor', 'operator'),
  'change-logo': on('host', 'ngo-editor', 'operator'),
  'read-people': on('place', 'head', 'ngo-editor', 'operator'),
  'grant-role': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  'revoke-role': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  'restore-role': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  // A second person says that it is their colleague who lost the keys.
  'approve-key': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  // Who answers for the people of a place sees what they did there.
  'read-audit': on('place', 'head', 'ngo-editor', 'operator'),
  'export-audit': on('place', 'head', 'ngo-editor', 'operator'),
  'manage-systems': on('place', 'head', 'ngo-editor', 'operator'),
  'make-key': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  'rotate-key': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  'revoke-key': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  'add-receiver': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  'change-receiver': on('place', 'head', 'ngo-editor', 'operator'),
  'rotate-receiver': withRecentProof(on('place', 'head', 'ngo-editor', 'operator')),
  'pause-receiver': on('place', 'head', 'ngo-editor', 'operator'),
  'resume-receiver': on('place', 'head', 'ngo-editor', 'operator'),
  'remove-receiver': on('place', 'head', 'ngo-editor', 'operator'),
  'restore-receiver': on('place', 'head', 'ngo-editor', 'operator'),
  'test-receiver': on('place', 'head', 'ngo-editor', 'operator'),
  'resend-news': on('place', 'head', 'ngo-editor', 'operator'),
  'change-calendar': withRecentProof(on('installation', 'operator')),

  'work-at-desk': on('place', ...ROLES),
  'sign-in': on('self'),
  'sign-out': on('self'),
  'use-own-session': on('self'),
  'use-kept-form': on('self'),
  'end-own-sessions': on('self'),
  'manage-own-keys': withRecentProof(on('self')),
} as const satisfies Record<string, Right>

/** Everything that somebody may be allowed to do at the desk or through its API. */
export type Action = keyof typeof ACCESS
export const ACTIONS = Object.keys(ACCESS) as Action[]

/** Who may do it, where they hold that role; the one who usually does it first. */
export function rolesOf(action: Action): readonly Role[] {
  return ACCESS[action].roles
}

/** Whether whoever does it has to have proved within the last minutes who they are. */
export function needsRecentProof(action: Action): boolean {
  const right: Right = ACCESS[action]
  return right.recentProof === true
}
