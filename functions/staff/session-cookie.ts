import { createHmac } from 'node:crypto'
import type { Context } from 'hono'
import { browserOf } from '../../shared/staff/browser'
import { LAPSED_HOURS, type Seen, type SessionLimits } from '../../shared/staff/staff-session'
import { clientAddress } from '../http/client-address'
import { deleteHostCookie, hostCookieIn, setHostCookie } from '../http/host-cookie'
import {
  endSession,
  lapsedSession,
  type Proved,
  readSession,
  type Session,
  type SessionDeps,
  startSession,
} from './session'

type Place = Pick<SessionDeps, 'publicUrl'>

const COOKIE = 'viche_session'
/** Longer than any session: afterwards it only tells whose form was sent too late. */
const COOKIE_SECONDS = 2 * LAPSED_HOURS * 3600

/** The session of a request, read once. @throws DomainError `sign-in-required`, `reauthentication-required` */
export async function sessionOf(c: Context, deps: SessionDeps): Promise<Session> {
  const known: Session | undefined = c.get('session')
  if (known) return known
  const { session, cookie } = await readSession(deps, cookieIn(c, deps), await seenIn(c, deps))
  if (cookie) await give(c, deps, cookie)
  c.set('session', session)
  return session
}

/** Signs somebody in who has just proved who they are. */
export async function signInAs(
  c: Context,
  deps: SessionDeps & { readonly sessionLimits: SessionLimits },
  proved: Proved,
): Promise<void> {
  const { session, cookie } = await startSession(deps, proved, await seenIn(c, deps), cookieIn(c, deps))
  await give(c, deps, cookie)
  c.set('session', session)
}

/** Ends the browser's session. */
export async function signOutOf(c: Context, deps: SessionDeps): Promise<void> {
  await endSession(deps, cookieIn(c, deps))
  deleteHostCookie(c, deps, COOKIE)
}

/** Whose session this is, or was within the last day. */
export function lapsedSessionOf(c: Context, deps: SessionDeps) {
  return lapsedSession(deps, cookieIn(c, deps))
}

function cookieIn(c: Context, deps: Place): string | undefined {
  return hostCookieIn(c, deps, COOKIE)
}

async function give(c: Context, deps: Place, value: string): Promise<void> {
  // An answer that is made beside the context, as a problem is, takes the cookie from its response.
  void c.res
  setHostCookie(c, deps, COOKIE, value, COOKIE_SECONDS)
}

async function seenIn(c: Context, { addressHeader, keys }: SessionDeps): Promise<Seen> {
  const network = providerOf(clientAddress(c.req.raw, addressHeader))
  const key = await keys.derive('viche/session-network/v1')
  return {
    ...browserOf(c.req.header('user-agent') ?? ''),
    network: createHmac('sha256', key).update(network).digest('base64url').slice(0, 22),
  }
}

/**
 * About the reach of one provider, /16 or /32: telephones change their address within it many times a day,
 * and whoever copied a cookie is seldom there.
 */
function providerOf(address: string): string {
  return address.includes(':')
    ? address.split(':').slice(0, 2).join(':')
    : address.split('.').slice(0, 2).join('.')
}
