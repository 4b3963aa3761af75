import { Hono } from 'hono'
import { answerProblems } from '../http/resource'
import { gate } from '../staff/gate'
import type { DocumentsDeps } from './deps'
import { dossierRoutes } from './dossier/routes'
import { systemDossierRoutes } from './dossier/system-routes'
import { shareRoutes } from './share-routes'

/** What is drawn and typeset: pictures of petitions for social networks, dossiers for councils. */
export function createDocuments(deps: DocumentsDeps): Hono {
  const app = new Hono()
  answerProblems(app)
  app.use('/staff/*', gate(deps))
  app.use('/en/staff/*', gate(deps))
  shareRoutes(app, deps)
  systemDossierRoutes(app, deps)
  dossierRoutes(app, deps)
  return app
}
