import { errors, jwtVerify, SignJWT } from 'jose'
import { DomainError } from '../../shared/problem'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { Clock } from '../ports/clock'
import type { KeyRing } from '../ports/key-ring'
import type { Random } from '../ports/random'
import type { StaffStore } from '../ports/staff-store'

/** How long a session lasts; its grants are read anew at each request, so taking one away works at once. */
export const SESSION_HOURS = 4

export interface Session {
  readonly member: StaffMember
  /** Stands in every form of the desk: a page of another site cannot know it. */
  readonly csrf: string
}

export interface SessionDeps {
  readonly clock: Clock
  readonly random: Random
  readonly keys: KeyRing
  readonly staff: StaffStore
}

/** A session as a signed token (JWS, HS256) for the cookie. */
export async function startSession(deps: SessionDeps, member: StaffMember): Promise<string> {
  const now = Date.parse(deps.clock.now()) / 1000
  return new SignJWT({ csrf: Buffer.from(deps.random.bytes(16)).toString('base64url') })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(member.id)
    .setIssuedAt(Math.floor(now))
    .setExpirationTime(Math.floor(now + SESSION_HOURS * 3600))
    .sign(await deps.keys.derive('viche/session/v1'))
}

/** @throws DomainError `sign-in-required` without a valid session of somebody who still is staff */
export async function readSession(deps: SessionDeps, cookie: string | undefined): Promise<Session> {
  if (cookie === undefined) throw new DomainError('sign-in-required')
  const { sub, csrf } = await verified(deps, cookie)
  const member = typeof sub === 'string' ? await deps.staff.staff(sub) : undefined
  if (!member || typeof csrf !== 'string') throw new DomainError('sign-in-required')
  return { member, csrf }
}

/** How long after its end a session still tells whose it was, so that a form sent too late can wait for them. */
export const LAPSED_HOURS = 24

/** Whose session this was that has ended within the last day; undefined for anything else. It lets nobody in. */
export async function lapsedSession(
  deps: SessionDeps,
  cookie: string | undefined,
): Promise<{ readonly staffId: string; readonly csrf: string } | undefined> {
  if (cookie === undefined) return undefined
  try {
    const { sub, csrf } = await verified(deps, cookie, LAPSED_HOURS * 3600)
    return typeof sub === 'string' && typeof csrf === 'string' ? { staffId: sub, csrf } : undefined
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

async function verified(deps: SessionDeps, cookie: string, clockTolerance = 0) {
  try {
    const { payload } = await jwtVerify(cookie, await deps.keys.derive('viche/session/v1'), {
      algorithms: ['HS256'],
      requiredClaims: ['sub', 'exp'],
      currentDate: new Date(deps.clock.now()),
      clockTolerance,
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new DomainError('sign-in-required')
    throw error
  }
}
