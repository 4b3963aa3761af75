import { Hono } from 'hono'
import { ownOriginOnly } from '../http/own-origin'
import { answerProblems } from '../http/resource'
import { systemsApi } from '../systems/api'
import { staffApi } from './api'
import { auditPages } from './audit'
import { councilPages } from './council/pages'
import type { StaffDeps } from './deps'
import { staffDesk } from './desk'
import { gate } from './gate'
import { hostPages } from './hosts'
import { peoplePages } from './people'
import { receiverPages } from './receivers'
import { securityPages } from './security'
import { sessionApi } from './session-api'
import { settingsPages } from './settings'
import { signInPages } from './sign-in-pages'
import { systemsPages } from './systems'
import { keepTrail } from './trail'

/** Everything staff reach, on ready dependencies. */
export function createStaff(deps: StaffDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
  })
  // Systems come with keys, and never with a session: their routes stand before the gate of the desk.
  systemsApi(app, deps)
  app.use(ownOriginOnly(deps.publicUrl))
  app.use(keepTrail(deps))
  app.use(gate(deps))
  sessionApi(app, deps)
  staffApi(app, deps)
  signInPages(app, deps)
  councilPages(app, deps)
  staffDesk(app, deps)
  peoplePages(app, deps)
  securityPages(app, deps)
  settingsPages(app, deps)
  hostPages(app, deps)
  systemsPages(app, deps)
  auditPages(app, deps)
  receiverPages(app, deps)
  return app
}
