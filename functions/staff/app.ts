import { Hono } from 'hono'
import { answerProblems } from '../http/resource'
import { staffApi } from './api'
import type { StaffDeps } from './deps'
import { staffDesk } from './desk'
import { signInPages } from './sign-in-pages'

/** Everything staff reach, on ready dependencies. */
export function createStaff(deps: StaffDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  staffApi(app, deps)
  signInPages(app, deps)
  staffDesk(app, deps)
  return app
}
