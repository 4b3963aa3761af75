import { createHmac } from 'node:crypto'
import { registeredDomain } from '../../shared/admission/mail-domain'
import { widerNetwork } from '../../shared/admission/networks'
import { type Instant, instantOf } from '../../shared/calendar/day'
import { canonicalAddress } from '../../shared/signing/canonical-address'
import type { Meter } from '../ports/throttle'

const MINUTE = 60_000
const TEN_MINUTES = 10 * MINUTE
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
  return meter('address', hash(key, 'address', about, canonicalAddress(email)), issuedAt, limit)
}

/** How often one address has begun to follow one petition, or asked for a fresh link to it, within a UTC day. */
export function updatesMeter(
  key: Uint8Array,
  petitionId: string,
  email: string,
  now: Instant,
  limit: number,
): Meter {
  return meter('address', hash(key, 'updates', petitionId, canonicalAddress(email)), now, limit)
}

/** Requests from one reader's network within an hour. */
export function ipMeter(key: Uint8Array, network: string, now: Instant, limit: number): Meter {
  return meter('ip', hash(key, 'ip', network), now, limit)
}

/** Requests from the /24 or /48 around a reader's network within ten minutes. */
export function networkMeter(key: Uint8Array, network: string, now: Instant, limit: number): Meter {
  return meter('network', hash(key, 'network', widerNetwork(network)), now, limit)
}

/** Requests of one registered mail domain about one petition (or to submit) within an hour. */
export function domainMeter(
  key: Uint8Array,
  about: string,
  domain: string,
  now: Instant,
  limit: number,
): Meter {
  return meter('domain', hash(key, 'domain', about, registeredDomain(domain)), now, limit)
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
  const shards = shardsOf(limit)
  const shard = random % shards
  const share = Math.floor(limit / shards) + (shard < limit % shards ? 1 : 0)
  return meter('petition', hash(key, 'petition', petitionId, String(shard)), now, share)
}

/** Over how many counters a petition's minute is spread. */
export function shardsOf(limit: number): number {
  return Math.ceil(limit / SHARD)
}

/** The same counter in the stretch before. */
export function earlier(meter: Meter): Meter {
  return { ...meter, window: instantOf(Date.parse(meter.window) - LENGTH[meter.scope]) }
}

/** Seconds until the meter's stretch is over. */
export function secondsLeft({ scope, window }: Meter, now: Instant): number {
  return (Date.parse(window) + LENGTH[scope] - Date.parse(now)) / 1000
}

/**
 * How many there were within the last stretch, whenever it began: all of this one, and of the one before the share
 * that is not yet so long ago.
 */
export function paceNow(meter: Meter, now: Instant, n: number, before: number): number {
  return n + before * Math.max(0, secondsLeft(meter, now) / (LENGTH[meter.scope] / 1000))
}

const LENGTH: Readonly<Record<Meter['scope'], number>> = {
  address: DAY,
  ip: HOUR,
  network: TEN_MINUTES,
  domain: HOUR,
  petition: MINUTE,
  key: MINUTE,
}

function meter(scope: Meter['scope'], hash: string, at: Instant, limit: number): Meter {
  const length = LENGTH[scope]
  const start = Math.floor(Date.parse(at) / length) * length
  return { scope, hash, window: instantOf(start), limit, expiresAt: instantOf(start + length + DAY) }
}

function hash(key: Uint8Array, ...parts: string[]): string {
  return createHmac('sha256', key).update(parts.join('\0')).digest('base64url')
}
