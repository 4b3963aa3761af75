import type { Context } from 'hono'
import * as z from 'zod'
import { instantOf } from '../../shared/calendar/day'
import { DomainError } from '../../shared/problem'
import { formBody } from '../http/body'
import { deleteHostCookie, hostCookieIn, setHostCookie } from '../http/host-cookie'
import type { Clock } from '../ports/clock'
import type { Random } from '../ports/random'
import type { LinkTokens } from '../signing/link-token'
import { sameCsrf } from '../staff/desk-form'
import type { Person } from './person'

export interface SessionDeps {
  readonly clock: Clock
  readonly random: Random
  readonly tokens: LinkTokens
  readonly publicUrl: string
}

/** A resident's own page while it is open. Nothing of it is stored: it lies sealed in the cookie alone. */
export interface ResidentSession {
  readonly person: Person
  /** Stands in every form: a page of another site cannot know it. */
  readonly csrf: string
}

/** How long a page of one's own stays open: long enough to read and decide, short on a shared device. */
const SESSION_SECONDS = 3600
const COOKIE = 'viche_me'

/** Opens the page for a person. */
export async function openSession(c: Context, deps: SessionDeps, person: Person): Promise<void> {
  const now = deps.clock.now()
  const end = instantOf(Date.parse(now) + SESSION_SECONDS * 1000)
  const csrf = Buffer.from(deps.random.bytes(16)).toString('base64url')
  const { email, ids } = person
  const content = { purpose: 'resident-session' as const, ids: [...ids], csrf }
  const sealed = await deps.tokens.seal({ ...content, ...(email !== undefined && { email }) }, now, end)
  setHostCookie(c, deps, COOKIE, sealed, SESSION_SECONDS)
}

/** Whose page is open; undefined where none is, or its hour is over. */
export async function sessionIn(c: Context, deps: SessionDeps): Promise<ResidentSession | undefined> {
  const sealed = hostCookieIn(c, deps, COOKIE)
  if (sealed === undefined) return undefined
  try {
    const { email, ids, csrf } = await deps.tokens.open(sealed, deps.clock.now(), 'resident-session')
    return { person: { ids, ...(email !== undefined && { email }) }, csrf }
  } catch (error) {
    if (error instanceof DomainError) return undefined
    throw error
  }
}

export function closeSession(c: Context, deps: SessionDeps): void {
  deleteHostCookie(c, deps, COOKIE)
}

/**
 * The fields of a form that this session's own page has shown.
 * @throws DomainError `csrf`, and `invalid-body` for fields that do not fit
 */
export async function ownForm<S extends z.ZodObject>(
  c: Context,
  session: ResidentSession,
  schema: S,
): Promise<z.output<S>> {
  const { csrf = '', ...values } = await formBody(c.req.raw, z.record(z.string(), z.string()))
  if (!sameCsrf(csrf, session.csrf)) throw new DomainError('csrf')
  const result = schema.safeParse(values)
  if (!result.success) throw new DomainError('invalid-body')
  return result.data
}
