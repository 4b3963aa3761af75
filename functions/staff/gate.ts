import type { Context, MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { DomainError } from '../../shared/problem'
import { ACCESS, type Action, needsRecentProof } from '../../shared/staff/access'
import { mayDo, mayDoSomewhere, petitionAsResource, type Resource } from '../../shared/staff/may-do'
import { problemPage } from '../http/page'
import { reportUnforeseen } from '../http/problem'
import type { PetitionStore } from '../ports/petition-store'
import { noteAttempt } from './attempt'
import { actionOf, type Guard, routeName, STAFF_ROUTES } from './routes'
import { keepsKeys, provedRecently, type Session, type SessionDeps } from './session'
import { sessionOf } from './session-cookie'
import { answerSignedOut, asksToSignIn, type SignedOutDeps } from './signed-out'

export interface GateDeps extends SessionDeps, SignedOutDeps {
  readonly petitions: Pick<PetitionStore, 'load'>
}

/**
 * Stands before every route of the desk and of its API and lets in whom the table of rights lets in. A route without
 * an entry in the table of routes is refused to everybody.
 */
export function gate(deps: GateDeps): MiddlewareHandler {
  return async (c, next) => {
    const routes = matchedRoutes(c)
    const index = routes.findIndex(
      ({ method }) => method === (c.req.method === 'HEAD' ? 'GET' : c.req.method),
    )
    const route = routes[index]
    // Nothing answers there but «not found» or «method not allowed».
    if (!route) return next()
    // Parameters of the address are read by the pattern of that route, as its handler will read them.
    c.req.routeIndex = index
    try {
      await admit(c, deps, STAFF_ROUTES[routeName(route.method, route.path)])
    } catch (error) {
      return refusal(c, deps, error)
    }
    return next()
  }
}

async function admit(c: Context, deps: GateDeps, guard: Guard | undefined): Promise<void> {
  if (guard === 'open') return
  if (guard === undefined) throw new DomainError('forbidden')
  if (typeof guard === 'object' && 'open' in guard) return welcome(c, deps, guard.open)
  const session = await sessionOf(c, deps)
  const action = actionOf(guard, c.req.param('action'))
  noteAttempt(c, { action, resource: SELF })
  if (action === 'manage-own-keys') keepsKeys(session)
  if (!(await isAdmitted(c, deps, session, guard, action))) throw new DomainError('forbidden')
  const reads = c.req.method === 'GET' || c.req.method === 'HEAD'
  if (!reads && needsRecentProof(action)) provedRecently(deps, session)
}

async function isAdmitted(
  c: Context,
  deps: GateDeps,
  { member }: Session,
  guard: Exclude<Guard, 'open'>,
  action: Action,
): Promise<boolean> {
  if (typeof guard === 'object' && 'somewhere' in guard) return mayDoSomewhere(member, action)
  const resource = await resourceOf(c, deps, action)
  noteAttempt(c, { resource })
  return mayDo(member, action, resource)
}

const SELF = { kind: 'self' } as const

/** Whoever comes is let in; whose session it is, if any, is known to the trail. */
async function welcome(c: Context, deps: GateDeps, action: Action): Promise<void> {
  noteAttempt(c, { action, resource: SELF })
  if (action === 'sign-in') return
  await sessionOf(c, deps).catch((error) => {
    if (!(error instanceof DomainError)) throw error
  })
}

/** What the address names. @throws DomainError `petition-not-found` */
async function resourceOf(c: Context, deps: GateDeps, action: Action): Promise<Resource> {
  const kind = ACCESS[action].on
  const id = c.req.param('id') ?? ''
  if (kind === 'petition') {
    const petition = await deps.petitions.load(id)
    if (!petition) throw new DomainError('petition-not-found')
    return petitionAsResource(petition)
  }
  if (kind === 'community' || kind === 'host') return { kind, id }
  return kind === 'self' ? SELF : { kind: 'installation' }
}

/** A problem for a system; for a person a page, which leads whoever is not signed in to where that is done. */
async function refusal(c: Context, deps: GateDeps, error: unknown): Promise<Response> {
  if (c.req.path.startsWith('/api/')) throw error
  try {
    if (!asksToSignIn(error)) throw error
    return await answerSignedOut(c, deps, error)
  } catch (other) {
    reportUnforeseen(other)
    return problemPage(c, other)
  }
}
