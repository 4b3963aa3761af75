import type { Context, Hono } from 'hono'
import type { Community } from '../../shared/community/settings'
import { petitionsQuery } from '../../shared/http/lists'
import { confirmBody, submitBody } from '../../shared/http/signing'
import type { Petition } from '../../shared/petition/petition'
import { isPublic, projectSummary } from '../../shared/petition/project'
import { DomainError } from '../../shared/problem'
import { confirmPetition } from '../actions/confirm-petition'
import { submitPetition } from '../actions/submit-petition'
import { viewPetition } from '../actions/view-petition'
import { jsonBody, query } from '../http/body'
import { resource } from '../http/resource'
import type { ApiDeps } from './deps'
import { readerOf } from './reader'

/** Seconds for which a reader may be shown an older state. */
const CACHE = { 'cache-control': 'public, max-age=15' }
const PAGE = 20

export function petitionRoutes(app: Hono, deps: ApiDeps): void {
  resource(app, '/api/v1/petitions', {
    get: (c) => list(c, deps),
    async post(c) {
      const body = await jsonBody(c.req.raw, submitBody)
      const { id } = await submitPetition(deps, body, readerOf(c, deps, body.locale))
      return c.json({ id, status: 'unconfirmed' }, 202)
    },
  })
  resource(app, '/api/v1/petitions/confirm', {
    async post(c) {
      const { token } = await jsonBody(c.req.raw, confirmBody)
      const link = await deps.tokens.open(token, deps.clock.now(), 'submit')
      const { petition, created } = await confirmPetition(deps, link)
      const { view } = await viewPetition(deps, petition.id)
      return c.json(view, created ? 201 : 200)
    },
  })
  resource(app, '/api/v1/petitions/:id', {
    async get(c) {
      const { record, view } = await viewPetition(deps, idOf(c))
      if (!isPublic(record.petition)) throw new DomainError('petition-not-found')
      return c.json(view, 200, CACHE)
    },
  })
  resource(app, '/api/v1/petitions/:id/count', { get: (c) => count(c, deps) })
}

/** A petition's id from the address. @throws DomainError `petition-not-found` for what cannot be one */
export function idOf(c: Context): string {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-z]{1,32}$/.test(id)) throw new DomainError('petition-not-found')
  return id
}

async function list(c: Context, deps: ApiDeps): Promise<Response> {
  const { community, status, topic, q, cursor, limit = PAGE } = query(c.req.raw, petitionsQuery)
  const page = await deps.petitions.published({
    limit,
    ...(community !== undefined && { communityId: community }),
    ...(status !== undefined && { status }),
    ...(topic !== undefined && { topic }),
    ...(q !== undefined && { q }),
    ...(cursor !== undefined && { cursor }),
  })
  const items = await summaries(deps, page.items)
  return c.json({ items, ...(page.nextCursor && { nextCursor: page.nextCursor }) }, 200, CACHE)
}

async function summaries(deps: ApiDeps, petitions: readonly Petition[]) {
  const [communities, counts] = await Promise.all([
    deps.communities.communities(),
    deps.counts.counts(petitions.map((petition) => petition.id)),
  ])
  const byId = new Map<string, Community>(communities.map((community) => [community.id, community]))
  return petitions.flatMap((petition) => {
    const community = byId.get(petition.communityId)
    return community ? [projectSummary(petition, community, counts.get(petition.id)?.count ?? 0)] : []
  })
}

async function count(c: Context, deps: ApiDeps): Promise<Response> {
  const id = idOf(c)
  const petition = await deps.cache.petition(id)
  if (!petition?.publishedAt) throw new DomainError('petition-not-found')
  const counted = (await deps.counts.counts([id])).get(id)
  const size = counted?.count ?? 0
  const updatedAt = counted?.updatedAt ?? petition.publishedAt
  return c.json({ count: size, threshold: petition.settings.threshold, size, updatedAt }, 200, CACHE)
}
