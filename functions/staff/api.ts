import type { Context, Hono } from 'hono'
import { annulmentBody, annulmentDraft } from '../../shared/http/annulment'
import { calendarBody } from '../../shared/http/calendar'
import { isStaffAction, staffActions } from '../../shared/http/staff-actions'
import { DomainError } from '../../shared/problem'
import { nextDue } from '../../shared/staff/owed'
import type { StaffMember } from '../../shared/staff/staff-member'
import { annulmentsInProgress, annulSignatures, previewAnnulment } from '../actions/annul-signatures'
import { changeCalendar } from '../actions/change-calendar'
import { performAction } from '../actions/staff-action'
import { viewPetition } from '../actions/view-petition'
import { jsonBody } from '../http/body'
import { resource } from '../http/resource'
import { actionsFor, caseloadOf } from './caseload'
import type { StaffDeps } from './deps'
import { sessionOf } from './session-cookie'

const BASE = '/api/v1/staff'

/** JSON for staff and their systems. The session is the same cookie as the desk's. */
export function staffApi(app: Hono, deps: StaffDeps): void {
  resource(app, `${BASE}/calendar`, {
    get: async (c) => c.json(await deps.communities.calendar()),
    put: async (c) => {
      const { member } = await sessionOf(c, deps)
      const moved = await changeCalendar(deps, member, await jsonBody(c.req.raw, calendarBody))
      return c.json({ moved })
    },
  })
  resource(app, `${BASE}/petitions`, { get: (c) => caseload(c, deps) })
  resource(app, `${BASE}/petitions/:id`, {
    get: async (c) => c.json(await staffView(deps, (await sessionOf(c, deps)).member, c.req.param('id')!)),
  })
  resource(app, `${BASE}/petitions/:id/annul/preview`, { post: (c) => preview(c, deps) })
  resource(app, `${BASE}/petitions/:id/annul`, { post: (c) => annul(c, deps) })
  resource(app, `${BASE}/petitions/:id/:action`, { post: (c) => act(c, deps) })
}

async function caseload(c: Context, deps: StaffDeps): Promise<Response> {
  const { member } = await sessionOf(c, deps)
  const items = (await caseloadOf(deps, member)).map((petition) => ({
    id: petition.id,
    number: petition.number,
    title: petition.title,
    status: petition.status,
    communityId: petition.communityId,
    hostId: petition.host.id,
    submittedAt: petition.submittedAt,
    nextDue: nextDue(petition),
    actions: actionsFor(member, petition),
  }))
  return c.json({ items })
}

async function act(c: Context, deps: StaffDeps): Promise<Response> {
  const { member } = await sessionOf(c, deps)
  const action = c.req.param('action')!
  const id = c.req.param('id')!
  if (!isStaffAction(action) || action === 'annul') throw new DomainError('not-found')
  const body = await jsonBody(c.req.raw, staffActions[action])
  await performAction(deps, member, id, action, body)
  return c.json(await staffView(deps, member, id))
}

async function preview(c: Context, deps: StaffDeps): Promise<Response> {
  const { member } = await sessionOf(c, deps)
  const draft = await jsonBody(c.req.raw, annulmentDraft)
  return c.json(await previewAnnulment(deps, member, c.req.param('id')!, draft))
}

/** 202: the rows are written, and the log takes them in its own time. */
async function annul(c: Context, deps: StaffDeps): Promise<Response> {
  const { member } = await sessionOf(c, deps)
  const id = c.req.param('id')!
  await annulSignatures(deps, member, id, await jsonBody(c.req.raw, annulmentBody))
  return c.json(await staffView(deps, member, id), 202)
}

/** The petition as its staff see it: published or not, with what they may do now. */
async function staffView(deps: StaffDeps, member: StaffMember, id: string) {
  const { record, view } = await viewPetition(deps, id)
  const annulmentActions = await annulmentsInProgress(deps, id, record.log.applied)
  return { ...view, actions: actionsFor(member, record.petition), annulmentActions }
}
