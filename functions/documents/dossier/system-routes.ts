import type { Hono } from 'hono'
import { DomainError } from '../../../shared/problem'
import { belongsTo } from '../../../shared/systems/place'
import { resource } from '../../http/resource'
import { authorise } from '../../systems/authorise'
import type { DocumentsDeps } from '../deps'
import { petitionIdOf } from '../share-routes'
import type { DossierName } from './order'
import { AT_ONCE, atOnce, prepare } from './routes'

const RETRY_SECONDS = '5'

/** A petition's dossier for the systems of the organisation that it belongs to; a large one is ready some time later. */
export function systemDossierRoutes(app: Hono, deps: DocumentsDeps): void {
  resource(app, '/api/v1/systems/petitions/:id/dossier.json', {
    async get(c) {
      const { place } = await authorise(c, deps, 'dossier:read')
      const petitionId = petitionIdOf(c)
      const record = await deps.petitions.loadRecord(petitionId)
      if (!record || !belongsTo(place, record.petition)) throw new DomainError('petition-not-found')
      const name: DossierName = { petitionId, kind: 'json', locale: 'uk' }
      if (record.log.applied <= AT_ONCE) return atOnce(c, deps, record.petition, name)
      const prepared = await prepare(deps, record.petition, name)
      if (prepared.ready) return c.redirect(`/${prepared.key}`, 303)
      const { written } = prepared
      return c.json({ written, total: record.log.applied }, 202, { 'retry-after': RETRY_SECONDS })
    },
  })
}
