// The smallest router: a few dozen routes need no index, and every kilobyte counts at a cold start.
import { Hono } from 'hono/tiny'
import { answerProblems } from '../http/resource'
import { communityRoutes } from './communities'
import type { ApiDeps } from './deps'
import { petitionRoutes } from './petitions'
import { signatureRoutes } from './signatures'

/** The public HTTP API. */
export function createApi(deps: ApiDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  app.use(async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
  signatureRoutes(app, deps)
  petitionRoutes(app, deps)
  communityRoutes(app, deps)
  return app
}
