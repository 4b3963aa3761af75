import { createHmac } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { instantOf } from '../../shared/calendar/day'
import { ACCESS } from '../../shared/staff/access'
import {
  type AuditEntry,
  clientOf,
  isRecorded,
  outcomeOf,
  resourceName,
  trailOf,
} from '../../shared/staff/audit-entry'
import { mayDoSomewhere, type Resource, roleFor } from '../../shared/staff/may-do'
import type { StaffMember } from '../../shared/staff/staff-member'
import { clientAddress } from '../http/client-address'
import { refusalOf } from '../http/problem'
import type { AuditStore } from '../ports/audit-store'
import type { CommunityStore } from '../ports/community-store'
import { type Attempt, attemptOf } from './attempt'
import type { Session, SessionDeps } from './session'

export interface TrailDeps extends SessionDeps {
  readonly audit: AuditStore
  readonly communities: Pick<CommunityStore, 'community' | 'host'>
  /** How long a line is kept. */
  readonly auditYears: number
}

/** Names the request in its line and in its answer. */
export const REQUEST_ID = 'x-request-id'

/**
 * Stands before the gate and writes one line for each act of somebody at the desk, each reading of personal data and
 * each refusal: after the act, before its answer. Where the line cannot be written, the answer is that it failed.
 */
export function keepTrail(deps: TrailDeps): MiddlewareHandler {
  return async (c, next) => {
    const request = Buffer.from(deps.random.bytes(12)).toString('base64url')
    await next()
    c.header(REQUEST_ID, request)
    const member = whoActed(c)
    const attempt = attemptOf(c)
    if (!member || !attempt) return
    try {
      await write(c, deps, { request, member, attempt })
    } catch (error) {
      // Nothing of an act is told, and no session begins, that left no line.
      c.res = undefined
      throw error
    }
  }
}

interface Act {
  readonly request: string
  readonly member: StaffMember
  readonly attempt: Attempt
}

async function write(c: Context, deps: TrailDeps, { request, member, attempt }: Act): Promise<void> {
  const page = !c.req.path.startsWith('/api/') && !attempt.done
  const outcome = outcomeOf(c.res.status, c.req.method, page)
  if (!isRecorded(c.req.method, attempt.action, outcome)) return
  const { action } = attempt
  const known = outcome === 'done' || outcome === 'shown' || (await exists(deps, attempt.resource))
  const resource: Resource = known ? attempt.resource : { kind: 'self' }
  const role = roleFor(member, action, resource) ?? homeRole(member, action, resource)
  const code = outcome === 'refused' || outcome === 'failed' ? refusalOf(c) : undefined
  const at = deps.clock.now()
  const entry: AuditEntry = {
    at,
    request,
    who: member.id,
    ...(role && { role }),
    action,
    resource: resourceName(resource),
    outcome,
    ...(code !== undefined && { code }),
    from: await whence(c, deps),
  }
  const until = new Date(at)
  until.setUTCFullYear(until.getUTCFullYear() + deps.auditYears)
  await deps.audit.add(trailOf(resource, member), entry, instantOf(until.getTime()))
}

/** The member of the session that came, or that has just begun. */
function whoActed(c: Context): StaffMember | undefined {
  const session: Session | undefined = c.get('session')
  return session?.member
}

/** An address may name whatever its sender likes: only what there is has a trail. */
async function exists({ communities }: TrailDeps, resource: Resource): Promise<boolean> {
  if (resource.kind === 'community') return (await communities.community(resource.id)) !== undefined
  if (resource.kind === 'host') return (await communities.host(resource.id)) !== undefined
  return true
}

/** Where an act has no place of its own, the role that let the member in. */
function homeRole(member: StaffMember, action: Attempt['action'], resource: Resource) {
  const may = ACCESS[action].on === 'self' || mayDoSomewhere(member, action)
  return resource.kind === 'self' && may ? member.grants[0]?.role : undefined
}

async function whence(c: Context, deps: TrailDeps): Promise<AuditEntry['from']> {
  const key = await deps.keys.derive('viche/audit/v1')
  const network = createHmac('sha256', key)
    .update(clientAddress(c.req.raw, deps.addressHeader))
    .digest('base64url')
  return { network: network.slice(0, 11), browser: clientOf(c.req.header('user-agent')) }
}
