import { isStaffAction } from '../../shared/http/staff-actions'
import { DomainError } from '../../shared/problem'
import type { Action } from '../../shared/staff/access'

/**
 * What a route asks of whoever comes: nothing (`open`, where one signs in; with an action it is told in the trail), or the right to an action on the resource
 * that the address names by `:id`. `somewhere`: the address names none, so the right in any place lets in, and the
 * act itself asks for the place it is about. `step`: the address names the action.
 */
export type Guard =
  | 'open'
  | Action
  | { readonly open: Action }
  | { readonly somewhere: Action }
  | { readonly step: true }

const somewhere = (action: Action) => ({ somewhere: action }) as const
const open = (action: Action) => ({ open: action }) as const
const STEP = { step: true } as const

/**
 * Every route of the desk and of its API, without the language of a page. A route that is not here is refused to
 * everybody; a test walks them all.
 */
export const STAFF_ROUTES: Readonly<Record<string, Guard>> = {
  'POST /api/v1/staff/sign-in': 'open',
  'POST /api/v1/staff/passkeys/options': 'open',
  'POST /api/v1/staff/passkeys': open('sign-in'),
  'POST /api/v1/staff/session/options': 'open',
  'GET /api/v1/staff/session': 'use-own-session',
  'POST /api/v1/staff/session': open('sign-in'),
  // Whoever signs out twice is told the same.
  'DELETE /api/v1/staff/session': open('sign-out'),
  'GET /api/v1/staff/calendar': somewhere('work-at-desk'),
  'PUT /api/v1/staff/calendar': 'change-calendar',
  'GET /api/v1/staff/petitions': somewhere('work-at-desk'),
  'GET /api/v1/staff/petitions/:id': 'read-petition',
  'POST /api/v1/staff/petitions/:id/annul/preview': 'preview-annulment',
  'POST /api/v1/staff/petitions/:id/annul': 'annul',
  'POST /api/v1/staff/petitions/:id/:action': STEP,

  'GET /staff/sign-in': 'open',
  'POST /staff/sign-in': 'open',
  'POST /staff/openid/:id': 'open',
  'GET /staff/openid/:id/callback': open('sign-in'),
  'GET /staff/enter': 'open',
  'POST /staff/enter': 'open',
  'POST /staff/sign-out': 'sign-out',
  'GET /staff/security': 'use-own-session',
  'POST /staff/security/rename': 'manage-own-keys',
  'POST /staff/security/remove': 'manage-own-keys',
  // Ending what may be a thief's waits for no key.
  'POST /staff/security/end': 'end-own-sessions',
  'POST /staff/security/end-others': 'end-own-sessions',
  'GET /staff/kept': 'use-kept-form',
  'POST /staff/kept': 'use-kept-form',

  'GET /staff': somewhere('work-at-desk'),
  'GET /staff/help': somewhere('work-at-desk'),
  'GET /staff/notices': somewhere('work-at-desk'),
  'GET /staff/petitions/:id': 'read-petition',
  'GET /staff/petitions/:id/dossier.pdf': 'read-dossier',
  'GET /staff/petitions/:id/dossier.csv': 'read-dossier',
  'GET /staff/petitions/:id/dossier.json': 'read-dossier',
  'GET /staff/petitions/:id/draft': 'read-draft',
  'POST /staff/petitions/:id/draft': 'work-on-draft',
  'GET /staff/petitions/:id/anomalies': 'read-anomalies',
  'POST /staff/petitions/:id/anomalies': 'settle-anomalies',
  'POST /staff/petitions/:id/notices/:notice/resend': 'resend-notice',
  'POST /staff/petitions/:id/:action': STEP,

  'GET /staff/people': somewhere('read-people'),
  'POST /staff/people/grant': somewhere('grant-role'),
  'POST /staff/people/revoke': somewhere('revoke-role'),
  'POST /staff/people/restore': somewhere('restore-role'),
  'POST /staff/people/approve-key': somewhere('approve-key'),
  'GET /staff/systems': somewhere('manage-systems'),
  'POST /staff/systems/keys/make': somewhere('make-key'),
  'POST /staff/systems/keys/rotate': somewhere('rotate-key'),
  'POST /staff/systems/keys/revoke': somewhere('revoke-key'),
  'GET /staff/systems/receiver': somewhere('manage-systems'),
  'POST /staff/systems/receivers/add': somewhere('add-receiver'),
  'POST /staff/systems/receivers/change': somewhere('change-receiver'),
  'POST /staff/systems/receivers/rotate': somewhere('rotate-receiver'),
  'POST /staff/systems/receivers/pause': somewhere('pause-receiver'),
  'POST /staff/systems/receivers/resume': somewhere('resume-receiver'),
  'POST /staff/systems/receivers/remove': somewhere('remove-receiver'),
  'POST /staff/systems/receivers/restore': somewhere('restore-receiver'),
  'POST /staff/systems/receivers/test': somewhere('test-receiver'),
  'POST /staff/systems/receivers/again': somewhere('resend-news'),
  'GET /staff/settings': somewhere('change-settings'),
  'GET /staff/settings/:id': 'change-settings',
  'POST /staff/settings/:id': 'change-settings',
  'POST /staff/settings/:id/scheduled': 'cancel-settings',
  'GET /staff/hosts': somewhere('change-front'),
  'GET /staff/hosts/:id': 'change-front',
  'POST /staff/hosts/:id': 'change-front',
  'POST /staff/hosts/:id/logo': 'change-logo',
  'GET /staff/audit': somewhere('read-audit'),
  'GET /staff/audit.csv': somewhere('export-audit'),
}

/** A route as the table names it. */
export function routeName(method: string, path: string): string {
  return `${method} ${path.replace(/^\/en\/staff/, '/staff')}`
}

/**
 * The action that a request asks for.
 * @param step what stands in the address where the route leaves the action to it
 * @throws DomainError `not-found` for a step that there is none of
 */
export function actionOf(guard: Exclude<Guard, 'open' | { open: Action }>, step: string | undefined): Action {
  if (typeof guard === 'string') return guard
  if ('somewhere' in guard) return guard.somewhere
  if (step === undefined || !isStaffAction(step)) throw new DomainError('not-found')
  return step
}
