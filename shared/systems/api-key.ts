import { type Instant, instantOf } from '../calendar/day'
import type { Place } from './place'

/** What a key may be good for. All of it is reading: what the statute leaves to a person no key ever does. */
export const KEY_SCOPES = ['petitions:read', 'notices:read', 'dossier:read'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** For how many days a key may be made. */
export const KEY_DAYS = [30, 90, 180, 365] as const

/** How long a key goes on working beside the one that replaces it. */
export const OVERLAP_DAYS = 7

const DAY_MS = 24 * 3_600_000

/** A key of an organisation's own systems. The key itself is shown once and kept nowhere. */
export interface ApiKey {
  /** Stands in the key, so that its owner can tell which one they hold. */
  readonly id: string
  readonly place: Place
  /** What it is for, in its owner's words. */
  readonly name: string
  readonly scopes: readonly KeyScope[]
  /** SHA-256 of the whole key, base64url: 160 random bits need no slower one. */
  readonly hash: string
  readonly days: number
  readonly createdAt: Instant
  readonly by: { readonly id: string; readonly name: string }
  /** From then on it is refused. */
  readonly endsAt: Instant
  readonly revokedAt?: Instant
  /** The key that takes its place. */
  readonly replacedBy?: string
  /** To the hour. */
  readonly lastUsedAt?: Instant
}

export type KeyState = 'active' | 'ending' | 'ended' | 'revoked'

/** How a key stands at `now`; one that is `ending` works on beside the one that replaces it. */
export function stateOf(key: Pick<ApiKey, 'endsAt' | 'revokedAt' | 'replacedBy'>, now: Instant): KeyState {
  if (key.revokedAt) return 'revoked'
  if (now >= key.endsAt) return 'ended'
  return key.replacedBy ? 'ending' : 'active'
}

/** Whether a key works at `now`. */
export function works(key: Pick<ApiKey, 'endsAt' | 'revokedAt' | 'replacedBy'>, now: Instant): boolean {
  return ['active', 'ending'].includes(stateOf(key, now))
}

export function daysAfter(now: Instant, days: number): Instant {
  return instantOf(Date.parse(now) + days * DAY_MS)
}

/** The key as it ends when another replaces it: within days, and never later than it would have. */
export function replaced(key: ApiKey, by: string, now: Instant): ApiKey {
  const overlap = daysAfter(now, OVERLAP_DAYS)
  return { ...key, replacedBy: by, endsAt: overlap < key.endsAt ? overlap : key.endsAt }
}

/** Whether the use at `now` is worth a write: at most one an hour. */
export function useIsNews({ lastUsedAt }: Pick<ApiKey, 'lastUsedAt'>, now: Instant): boolean {
  return lastUsedAt === undefined || Date.parse(now) - Date.parse(lastUsedAt) >= 3_600_000
}
