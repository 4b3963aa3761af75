import { type Instant, instantOf } from '../calendar/day'
import type { Browser } from './browser'
import type { Scope } from './staff-member'

/** What a session is bound to: a change of it is no proof of theft, but a reason to ask again. */
export interface Seen extends Browser {
  /** Keyed hash of the provider's network. */
  readonly network: string
}

/** Somebody at work at the desk, on one browser. */
export interface StaffSession extends Seen {
  /** Hash of the secret that the browser holds. */
  readonly id: string
  readonly staffId: string
  /** Stands in every form of the desk; it stays when the id changes, so that open pages go on working. */
  readonly csrf: string
  /** When they signed in. */
  readonly startedAt: Instant
  /** When they last proved who they are. */
  readonly authenticatedAt: Instant
  /** When the id was given. */
  readonly renewedAt: Instant
  /** It ends then unless it is used. */
  readonly idleUntil: Instant
  /** It ends then in any case. */
  readonly endsAt: Instant
  /** Whose provider vouched for them: no role counts but those held there. Absent after a passkey. */
  readonly within?: Scope
  /** Another id has taken its place; it serves requests that were on their way. */
  readonly replaced?: boolean
}

/** How long sessions last. All in minutes. */
export interface SessionLimits {
  /** Without a request. */
  readonly idle: number
  /** In all. */
  readonly most: number
  /** Since the last proof, for acts that ask for a recent one. */
  readonly reauthenticate: number
}

/** Seconds for which a replaced id still works. */
export const REPLACED_SECONDS = 60

/** How long after its end a session still tells whose it was, so that a form sent too late can wait for them. */
export const LAPSED_HOURS = 24

export type SessionState = 'live' | 'to-renew' | 'changed' | 'ended'

/** What a session is good for at `now`, met from a browser and a network. @param limits none where none is renewed */
export function sessionState(
  session: StaffSession,
  seen: Seen,
  now: Instant,
  limits?: Pick<SessionLimits, 'idle'>,
): SessionState {
  if (now >= session.idleUntil || now >= session.endsAt) return 'ended'
  const same = (['browser', 'system', 'network'] as const).every((trait) => session[trait] === seen[trait])
  if (!same) return 'changed'
  const due = limits && now >= later(session.renewedAt, limits.idle / 4)
  return due && !session.replaced ? 'to-renew' : 'live'
}

/** When a session that is used at `now` ends without further use. */
export function idleUntil(now: Instant, endsAt: Instant, { idle }: Pick<SessionLimits, 'idle'>): Instant {
  const until = later(now, idle)
  return until < endsAt ? until : endsAt
}

/** Whether the last proof of who they are is recent enough for what asks for one. */
export function recentlyProved(
  { authenticatedAt }: Pick<StaffSession, 'authenticatedAt'>,
  now: Instant,
  { reauthenticate }: Pick<SessionLimits, 'reauthenticate'>,
): boolean {
  return now < later(authenticatedAt, reauthenticate)
}

/** `minutes` after an instant. */
export function later(instant: Instant, minutes: number): Instant {
  return instantOf(Date.parse(instant) + minutes * 60_000)
}
