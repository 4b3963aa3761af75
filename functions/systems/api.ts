import type { Context, Hono } from 'hono'
import { type SystemPetition, systemPetitionsQuery } from '../../shared/http/systems'
import type { Petition } from '../../shared/petition/petition'
import { DomainError } from '../../shared/problem'
import { nextDue } from '../../shared/staff/owed'
import type { KeyScope } from '../../shared/systems/api-key'
import { belongsTo, type Place } from '../../shared/systems/place'
import { type ViewDeps, viewPetition } from '../actions/view-petition'
import { query } from '../http/body'
import { resource } from '../http/resource'
import type { PetitionStore, StoredNotice } from '../ports/petition-store'
import { authorise } from './authorise'
import type { KeyDeps } from './deps'

export interface SystemsDeps extends KeyDeps, ViewDeps {
  readonly petitions: ViewDeps['petitions'] & Pick<PetitionStore, 'ofCommunity'>
}

const BASE = '/api/v1/systems'
const PAGE = 50

/** What systems of NGOs and councils read by their keys: the organisation's own petitions, published or not. */
export function systemsApi(app: Hono, deps: SystemsDeps): void {
  resource(app, `${BASE}/petitions`, { get: (c) => list(c, deps) })
  resource(app, `${BASE}/petitions/:id`, {
    get: async (c) => c.json((await ownPetition(c, deps, 'petitions:read')).view),
  })
  resource(app, `${BASE}/petitions/:id/notices`, {
    async get(c) {
      const { record } = await ownPetition(c, deps, 'notices:read')
      return c.json({ items: record.notices.map(evidenceOf) })
    },
  })
}

/**
 * A petition that belongs to the organisation of the request's key; another's is as unknown as none.
 * @throws DomainError `petition-not-found`, and as `authorise`
 */
async function ownPetition(c: Context, deps: SystemsDeps, scope: KeyScope) {
  const { place } = await authorise(c, deps, scope)
  const found = await viewPetition(deps, c.req.param('id')!)
  if (!belongsTo(place, found.record.petition)) throw new DomainError('petition-not-found')
  return found
}

async function list(c: Context, deps: SystemsDeps): Promise<Response> {
  const { place } = await authorise(c, deps, 'petitions:read')
  const { status, cursor, limit = PAGE } = query(c.req.raw, systemPetitionsQuery)
  const own = (await petitionsOf(deps, place))
    .filter((petition) => !status || petition.status === status)
    .sort((a, b) => (cursorOf(a) > cursorOf(b) ? -1 : 1))
    .filter((petition) => !cursor || cursorOf(petition) < cursor)
  const items = own.slice(0, limit)
  const more = own.length > limit && { nextCursor: cursorOf(items.at(-1)!) }
  return c.json({ items: items.map(rowOf), ...more })
}

async function petitionsOf({ communities, petitions }: SystemsDeps, place: Place): Promise<Petition[]> {
  const id = place.slice(place.indexOf(':') + 1)
  const councils = place.startsWith('host:') ? ((await communities.host(id))?.communities ?? []) : [id]
  const lists = await Promise.all(councils.map((council) => petitions.ofCommunity(council)))
  return lists.flat().filter((petition) => belongsTo(place, petition))
}

/** Newest first, and two of one moment by their id. */
function cursorOf({ submittedAt, id }: Petition): string {
  return `${submittedAt}~${id}`
}

function rowOf(petition: Petition): SystemPetition {
  const { id, number, title, status, communityId, submittedAt, publishedAt, closesOn } = petition
  return {
    ...{ id, number, title, status, communityId, hostId: petition.host.id },
    ...{ threshold: petition.settings.threshold, submittedAt, publishedAt, closesOn },
    thresholdReachedAt: petition.thresholdReachedAt,
    nextDue: nextDue(petition),
  }
}

/** A notice's delivery without who asked for it, nor anything of its content. */
function evidenceOf({ id, kind, to, rule, event, status, createdAt, ...notice }: StoredNotice) {
  const { sentAt, messageId, attempts, steps = [] } = notice
  return {
    ...{ id, kind, to, rule, event, status, createdAt, sentAt, messageId, attempts },
    steps: steps.map(({ what, at, messageId, reason }) => ({ what, at, messageId, reason })),
  }
}
