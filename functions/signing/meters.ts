import { createHmac } from 'node:crypto'
import { type Instant, instantOf } from '../../shared/calendar/day'
import type { Meter } from '../ports/throttle'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** One counter of a petition's minute takes at most this many, so that no table row gets hot. */
const SHARD = 600

/**
 * Requests of one address about one petition (or to submit) within a UTC day: the day in which the challenge
 * was issued, so that a challenge always meets the same counter and cannot be answered again past midnight.
 */
export function addressMeter(
  key: Uint8Array,
  about: string,
  email: string,
  issuedAt: Instant,
  limit: number,
): Meter {
  return meter('address', hash(key, 'address', about, email), issuedAt, DAY, limit)
}

/** How often one address has begun to follow one petition, or asked for a fresh link to it, within a UTC day. */
export function updatesMeter(
  key: Uint8Array,
  petitionId: string,
  email: string,
  now: Instant,
  limit: number,
): Meter {
  return meter('address', hash(key, 'updates', petitionId, email), now, DAY, limit)
}

/** Requests from one reader's network within an hour. */
export function ipMeter(key: Uint8Array, network: string, now: Instant, limit: number): Meter {
  return meter('ip', hash(key, 'ip', network), now, HOUR, limit)
}

/**
 * Requests about one petition within a minute, spread over counters by `random` (0 to 65,535).
 * As the spread is by chance, somewhat fewer than `limit` may be let through, never more.
 */
export function petitionMeter(
  key: Uint8Array,
  petitionId: string,
  now: Instant,
  limit: number,
  random: number,
): Meter {
  const shards = Math.ceil(limit / SHARD)
  const shard = random % shards
  const share = Math.floor(limit / shards) + (shard < limit % shards ? 1 : 0)
  return meter('petition', hash(key, 'petition', petitionId, String(shard)), now, MINUTE, share)
}

/** Seconds until the meter's stretch is over. */
export function secondsLeft({ scope, window }: Meter, now: Instant): number {
  return (Date.parse(window) + LENGTH[scope] - Date.parse(now)) / 1000
}

const LENGTH = { address: DAY, ip: HOUR, petition: MINUTE, key: MINUTE } as const

function meter(scope: keyof typeof LENGTH, hash: string, at: Instant, length: number, limit: number): Meter {
  const start = Math.floor(Date.parse(at) / length) * length
  return { scope, hash, window: instantOf(start), limit, expiresAt: instantOf(start + length + DAY) }
}

function hash(key: Uint8Array, ...parts: string[]): string {
  return createHmac('sha256', key).update(parts.join('\0')).digest('base64url')
}
