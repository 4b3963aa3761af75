import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { dayOf } from '../../shared/calendar/day'
import { searchQuery, similarQuery } from '../../shared/http/lists'
import { type Directory, findPetitions, findSimilar } from '../../shared/search/find-petitions'
import { listQueryOf } from '../../shared/search/list-query'
import { ListPage } from '../../web/pages/list'
import { query } from '../http/body'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { answerProblems, resource } from '../http/resource'
import type { Clock } from '../ports/clock'

/** What the search rests on: nothing but what is published anyway. */
export interface SearchDeps {
  readonly clock: Clock
  readonly directory: () => Promise<Directory>
}

/** The CDN may show the same answer for a minute, as it does with the files of lists. */
const CACHE = { 'cache-control': 'public, max-age=60' }

/** Lists of petitions with filters, order and words in their address, and what is like a petition being written. */
export function createSearch(deps: SearchDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  page(app, '/petitions/search', { get: (c) => list(c, deps) })
  resource(app, '/api/v1/petitions/search', {
    async get(c) {
      const wanted = query(c.req.raw, searchQuery)
      const found = findPetitions(await deps.directory(), wanted, dayOf(deps.clock.now()))
      const { petitions: items, total, page, pages } = found
      return c.json({ items, total, page, pages }, 200, CACHE)
    },
  })
  resource(app, '/api/v1/petitions/similar', {
    async get(c) {
      const { community, q, text } = query(c.req.raw, similarQuery)
      const items = findSimilar(await deps.directory(), community, { title: q, ...(text && { text }) })
      return c.json({ items }, 200, CACHE)
    },
  })
  return app
}

async function list(c: Context, { clock, directory }: SearchDeps): Promise<Response> {
  const known = await directory()
  const parameters = new URL(c.req.url).searchParams
  const ids = known.communities.map(({ id }) => id)
  const { query, ignored } = listQueryOf(parameters, ids)
  const found = findPetitions(known, query, dayOf(clock.now()))
  const { communities } = known
  return c.html(
    <ListPage
      locale={localeOfPath(c.req.path)}
      query={{ ...query, page: found.page }}
      ignored={ignored}
      communities={communities}
      found={found}
    />,
    200,
    CACHE,
  )
}
