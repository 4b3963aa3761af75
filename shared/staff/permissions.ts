import type { StaffAction } from '../http/staff-actions'
import type { Role } from './staff-member'

/**
 * Who may do what with a petition. Roles count only within the petition's community or host:
 * an NGO editor's grant is for a host, so it reaches just the petitions collected there.
 */
export const PERMISSIONS: Readonly<Record<StaffAction, readonly Role[]>> = {
  // R2, R3: the host checks the petition.
  publish: ['moderator', 'ngo-editor'],
  reject: ['moderator', 'ngo-editor'],
  // R12: the head, or the deputy whom the council gave that role.
  transfer: ['head'],
  // R10, R11
  'begin-consideration': ['secretary', 'head'],
  // R14
  'order-draft': ['head', 'secretary'],
  // R16
  extend: ['head'],
  // R13
  decide: ['secretary', 'head'],
  // R17: by the head only.
  announce: ['head'],
  // R18
  answer: ['secretary', 'head'],
  // R8
  'register-appeal': ['secretary'],
  'answer-appeal': ['secretary', 'head'],
  // R6: the council answers for the count, wherever the signatures are collected.
  annul: ['moderator', 'secretary', 'head'],
  // R7: whether N still counts as reached.
  'keep-consideration': ['secretary', 'head'],
  'resume-collection': ['secretary', 'head'],
}

/** Whether one of these roles may do it. */
export function may(roles: readonly Role[], action: StaffAction): boolean {
  return roles.some((role) => PERMISSIONS[action].includes(role))
}
