import type { Hono } from 'hono'
import * as z from 'zod'
import type { Community, Host } from '../../shared/community/settings'
import { communityView } from '../../shared/http/views'
import { DomainError } from '../../shared/problem'
import { query } from '../http/body'
import { resource } from '../http/resource'
import type { ApiDeps } from './deps'

const CACHE = { 'cache-control': 'public, max-age=60' }
const noQuery = z.strictObject({})

export function communityRoutes(app: Hono, deps: Pick<ApiDeps, 'communities'>): void {
  resource(app, '/api/v1/communities', {
    async get(c) {
      query(c.req.raw, noQuery)
      const [communities, hosts] = await Promise.all([
        deps.communities.communities(),
        deps.communities.hosts(),
      ])
      return c.json({ items: communities.map((community) => viewOf(community, hosts)) }, 200, CACHE)
    },
  })
  resource(app, '/api/v1/communities/:id', {
    async get(c) {
      const id = c.req.param('id') ?? ''
      const [community, hosts] = await Promise.all([
        id.length <= 64 ? deps.communities.community(id) : undefined,
        deps.communities.hosts(),
      ])
      if (!community) throw new DomainError('community-not-found')
      return c.json(viewOf(community, hosts), 200, CACHE)
    },
  })
}

function viewOf(community: Community, hosts: readonly Host[]) {
  const its = hosts.filter((host) => host.communities.includes(community.id))
  return communityView.parse({ ...community, hosts: its })
}
