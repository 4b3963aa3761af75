import { Hono } from 'hono'
import { NotFoundPage } from '../../web/pages/not-found'
import { localeOfPath } from '../http/locale'
import { ownOriginOnly } from '../http/own-origin'
import { answerProblems } from '../http/resource'
import type { ResidentsDeps } from './deps'
import { identityRoutes } from './identity'
import { residentPages } from './resident'

/** What residents do as themselves: sign by an identity provider, see and change what is theirs. */
export function createResidents(deps: ResidentsDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  app.use(ownOriginOnly(deps.publicUrl))
  identityRoutes(app, deps)
  residentPages(app, deps)
  app.notFound((c) => c.html(<NotFoundPage locale={localeOfPath(c.req.path)} />, 404))
  return app
}
