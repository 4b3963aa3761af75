import { Hono } from 'hono'
import { answerProblems } from '../http/resource'
import { gate } from '../staff/gate'
import { keepTrail } from '../staff/trail'
import type { DocumentsDeps } from './deps'
import { dossierRoutes } from './dossier/routes'
import { systemDossierRoutes } from './dossier/system-routes'
import { shareRoutes } from './share-routes'

/** What is drawn and typeset: pictures of petitions for social networks, dossiers for councils. */
export function createDocuments(deps: DocumentsDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  for (const desk of ['/staff/*', '/en/staff/*']) app.use(desk, keepTrail(deps), gate(deps))
  shareRoutes(app, deps)
  systemDossierRoutes(app, deps)
  dossierRoutes(app, deps)
  return app
}
