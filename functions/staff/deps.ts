import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import type { CookieOptions } from 'hono/utils/cookie'
import type { AnnulDeps } from '../actions/annul-signatures'
import type { GrantDeps } from '../actions/grant-role'
import type { StaffActionDeps } from '../actions/staff-action'
import type { ViewDeps } from '../actions/view-petition'
import type { CaseloadDeps } from './caseload'
import type { QueueDeps } from './queue'
import { readSession, SESSION_HOURS, type Session, type SessionDeps } from './session'
import type { SignInDeps } from './sign-in'

/** What the staff API and the desk need from outside. */
export interface StaffDeps
  extends SignInDeps,
    StaffActionDeps,
    QueueDeps,
    GrantDeps,
    Omit<ViewDeps, 'petitions'>,
    Omit<AnnulDeps, 'petitions'> {
  readonly petitions: StaffActionDeps['petitions'] & ViewDeps['petitions'] & CaseloadDeps['petitions']
  /** Header that carries the reader's address. */
  readonly addressHeader: string
}

export const COOKIE = 'viche_session'

/** Not readable by scripts, not sent from other sites' forms, encrypted on the way wherever the site is. */
export function cookieOptions(deps: Pick<StaffDeps, 'publicUrl'>): CookieOptions {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: deps.publicUrl.startsWith('https:'),
    maxAge: SESSION_HOURS * 3600,
  }
}

/** @throws DomainError `sign-in-required` */
export function sessionOf(c: Context, deps: SessionDeps): Promise<Session> {
  return readSession(deps, getCookie(c, COOKIE))
}
