import { createHash, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { instantOf } from '../../shared/calendar/day'
import { DomainError } from '../../shared/problem'
import { type ApiKey, type KeyScope, useIsNews, works } from '../../shared/systems/api-key'
import { idOfKey } from '../../shared/systems/key-text'
import type { Meter } from '../ports/throttle'
import type { KeyDeps } from './deps'

/** Requests that one key may make within a minute. */
export const KEY_PER_MINUTE = 120

const REALM = 'Bearer realm="viche"'
const BEARER = /^bearer +([A-Za-z0-9_]{1,200}) *$/i

/** SHA-256 of a key, base64url: what is kept of it. */
export function hashOfKey(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}

/**
 * The key with which a request comes (RFC 6750), good for what it asks. Its use is noted to the hour.
 * One that is unknown, wrong, revoked or over is refused in the same words and by the same steps.
 * @throws DomainError `key-required`, `key-scope`, `too-many-requests`
 */
export async function authorise(c: Context, deps: KeyDeps, scope: KeyScope): Promise<ApiKey> {
  const text = BEARER.exec(c.req.header('authorization') ?? '')?.[1]
  const id = text === undefined ? undefined : idOfKey(text)
  const known = id === undefined ? undefined : await deps.apiKeys.find(id)
  const same = sameHash(hashOfKey(text ?? ''), known?.hash ?? hashOfKey('nobody’s'))
  const now = deps.clock.now()
  if (!known || !same || !works(known, now)) {
    const challenge = text === undefined ? REALM : `${REALM}, error="invalid_token"`
    throw new DomainError('key-required', { challenge })
  }
  if (!(await deps.throttle.count(meterOf(known, now)))) {
    throw new DomainError('too-many-requests', { retryAfter: 60 })
  }
  if (!known.scopes.includes(scope)) {
    const challenge = `${REALM}, error="insufficient_scope", scope="${scope}"`
    throw new DomainError('key-scope', { challenge })
  }
  if (useIsNews(known, now)) await deps.apiKeys.used(known.id, now)
  return known
}

function sameHash(a: string, b: string): boolean {
  const [one, other] = [Buffer.from(a), Buffer.from(b)]
  return one.length === other.length && timingSafeEqual(one, other)
}

function meterOf({ id }: ApiKey, now: string): Meter {
  const minute = Math.floor(Date.parse(now) / 60_000) * 60_000
  return {
    scope: 'key',
    hash: id,
    window: instantOf(minute),
    limit: KEY_PER_MINUTE,
    expiresAt: instantOf(minute + 120_000),
  }
}
