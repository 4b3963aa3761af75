import { createHash } from 'node:crypto'
import { DomainError } from '../../shared/problem'
import type { Scope, StaffMember } from '../../shared/staff/staff-member'
import {
  idleUntil,
  LAPSED_HOURS,
  later,
  REPLACED_SECONDS,
  recentlyProved,
  type Seen,
  type SessionLimits,
  type StaffSession,
  sessionState,
} from '../../shared/staff/staff-session'
import { memberWithin } from '../../shared/staff/within'
import type { Clock } from '../ports/clock'
import type { KeyRing } from '../ports/key-ring'
import type { Random } from '../ports/random'
import type { SessionStore } from '../ports/session-store'
import type { StaffStore } from '../ports/staff-store'

export interface Session {
  /** With the roles that count in this session, and no other. */
  readonly member: StaffMember
  /** Of a session that a council's provider vouched for: the one place whose roles count. */
  readonly within?: Scope
  /** Stands in every form of the desk: a page of another site cannot know it. */
  readonly csrf: string
  readonly id: string
  /** When they last proved who they are. */
  readonly authenticatedAt: string
}

export interface SessionDeps {
  readonly clock: Clock
  readonly random: Random
  readonly keys: KeyRing
  readonly staff: StaffStore
  readonly sessions: SessionStore
  /** Header that carries the reader's address. */
  readonly addressHeader: string
  readonly publicUrl: string
  /** Absent where sessions are read and not renewed. */
  readonly sessionLimits?: SessionLimits
}

/** Somebody who has just proved who they are, and by whose provider if not by a key. */
export interface Proved {
  readonly member: StaffMember
  readonly within?: Scope
}

/**
 * A session of somebody who has just proved who they are. Their own earlier session on this browser ends and leaves
 * its forms' proof, so that what was open goes on.
 * @param earlier value of the cookie that the browser still holds
 * @returns it, and the value of the cookie
 * @throws DomainError `sign-in-required` where no role counts
 */
export async function startSession(
  deps: SessionDeps & { readonly sessionLimits: SessionLimits },
  { member: whole, within }: Proved,
  seen: Seen,
  earlier?: string,
): Promise<{ readonly session: Session; readonly cookie: string }> {
  const now = deps.clock.now()
  const member = memberWithin(whole, within)
  if (!member) throw new DomainError('sign-in-required')
  const before = await stored(deps, earlier)
  const own = before?.staffId === member.id ? before : undefined
  const endsAt = later(now, deps.sessionLimits.most)
  const { cookie, id } = secretFor(deps, member.id)
  const csrf = own?.csrf ?? token(deps, 16)
  await deps.sessions.put({
    id,
    staffId: member.id,
    csrf,
    startedAt: own && now < own.endsAt ? own.startedAt : now,
    authenticatedAt: now,
    renewedAt: now,
    idleUntil: idleUntil(now, endsAt, deps.sessionLimits),
    endsAt,
    ...seen,
    ...(within && { within }),
  })
  if (before) await deps.sessions.end(before.staffId, before.id)
  return { session: { member, csrf, id, authenticatedAt: now, ...(within && { within }) }, cookie }
}

/**
 * The session behind a cookie, and the cookie's new value where it is time for one.
 * @throws DomainError `sign-in-required` without a valid session of somebody who still is staff;
 *   `reauthentication-required` where browser or network are others than it began with
 */
export async function readSession(
  deps: SessionDeps,
  cookie: string | undefined,
  seen: Seen,
): Promise<{ readonly session: Session; readonly cookie?: string }> {
  const now = deps.clock.now()
  const [row, whole] = await Promise.all([stored(deps, cookie), memberOf(deps, cookie)])
  const member = row && whole && memberWithin(whole, row.within)
  const state = row && sessionState(row, seen, now, deps.sessionLimits)
  if (!row || !member || state === 'ended') throw new DomainError('sign-in-required')
  if (state === 'changed') throw new DomainError('reauthentication-required')
  const renewed =
    state === 'to-renew' && deps.sessionLimits ? await renew(deps, row, deps.sessionLimits) : undefined
  const { csrf, authenticatedAt, within } = row
  const id = renewed?.id ?? row.id
  const session = { member, csrf, id, authenticatedAt, ...(within && { within }) }
  return { session, ...(renewed && { cookie: renewed.cookie }) }
}

/** Another id for the same session; the old one serves what was on its way. */
async function renew(
  deps: SessionDeps,
  old: StaffSession,
  limits: SessionLimits,
): Promise<{ readonly cookie: string; readonly id: string } | undefined> {
  const now = deps.clock.now()
  const given = secretFor(deps, old.staffId)
  const by = {
    ...old,
    id: given.id,
    renewedAt: now,
    idleUntil: idleUntil(now, old.endsAt, limits),
  }
  const first = await deps.sessions.replace(old, by, later(now, REPLACED_SECONDS / 60))
  return first ? given : undefined
}

/**
 * Holds an act to a recent proof of who does it.
 * @throws DomainError `reauthentication-required`
 */
export function provedRecently(deps: SessionDeps, session: Session): void {
  const { clock, sessionLimits } = deps
  if (sessionLimits && recentlyProved(session, clock.now(), sessionLimits)) return
  throw new DomainError('reauthentication-required')
}

/**
 * Whoever a council vouches for does not touch keys that let in everywhere.
 * @throws DomainError `forbidden`
 */
export function keepsKeys({ within }: Session): void {
  if (within) throw new DomainError('forbidden')
}

/** Whose session this is or was that has not ended more than a day ago; undefined for anything else. It lets nobody in. */
export async function lapsedSession(
  deps: SessionDeps,
  cookie: string | undefined,
): Promise<Pick<StaffSession, 'staffId' | 'csrf' | 'within'> | undefined> {
  const row = await stored(deps, cookie)
  const lapsed = row && deps.clock.now() < later(row.idleUntil, LAPSED_HOURS * 60)
  return lapsed ? row : undefined
}

/** Ends the session behind a cookie, if there is one. */
export async function endSession(deps: SessionDeps, cookie: string | undefined): Promise<void> {
  const row = await stored(deps, cookie)
  if (row) await deps.sessions.end(row.staffId, row.id)
}

/** What a cookie says: whose session, and the secret whose hash is its id. */
function parts(cookie: string | undefined): { readonly staffId: string; readonly id: string } | undefined {
  const [, owner, secret] = /^([\w-]{1,100})\.([\w-]{43})$/.exec(cookie ?? '') ?? []
  if (!owner || !secret) return undefined
  const staffId = Buffer.from(owner, 'base64url').toString()
  return staffId === '' ? undefined : { staffId, id: hashed(secret) }
}

async function stored(deps: SessionDeps, cookie: string | undefined): Promise<StaffSession | undefined> {
  const known = parts(cookie)
  return known && deps.sessions.session(known.staffId, known.id)
}

async function memberOf(deps: SessionDeps, cookie: string | undefined): Promise<StaffMember | undefined> {
  const known = parts(cookie)
  return known && deps.staff.staff(known.staffId)
}

function secretFor(deps: Pick<SessionDeps, 'random'>, staffId: string) {
  const secret = token(deps, 32)
  return { cookie: `${Buffer.from(staffId).toString('base64url')}.${secret}`, id: hashed(secret) }
}

function token({ random }: Pick<SessionDeps, 'random'>, bytes: number): string {
  return Buffer.from(random.bytes(bytes)).toString('base64url')
}

function hashed(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}
