import type { Context, Hono } from 'hono'
import { DOSSIER_KINDS, type DossierKind } from '../../../shared/http/dossier'
import type { Petition } from '../../../shared/petition/petition'
import { DomainError } from '../../../shared/problem'
import { paths } from '../../../web/addresses'
import { DossierPage } from '../../../web/pages/desk/dossier'
import { contentTypeOf } from '../../adapters/content-type'
import { worker } from '../../staff/desk-form'
import { type DeskHandler, deskPage } from '../../staff/desk-page'
import type { DocumentsDeps } from '../deps'
import { petitionIdOf } from '../share-routes'
import { readCase } from './case'
import type { DossierName } from './order'
import { type Prepared, readPrepared, replacePrepared, secondsBetween } from './prepared'
import { bodyOf, writeDossier } from './write'

/** Entries of the log up to which a dossier is written while its reader waits: less than 5 MB, within seconds. */
export const AT_ONCE = 5000

/** How long a file that was made is good enough, as long as nothing happened to the petition. */
const FRESH_SECONDS = 15 * 60
/** Without a sign of life for so long, whoever made the file has given up. */
const GIVEN_UP_SECONDS = 120
const REFRESH_SECONDS = 3

/** A petition's dossier, for those who have a role where it belongs. */
export function dossierRoutes(app: Hono, deps: DocumentsDeps): void {
  for (const kind of DOSSIER_KINDS) {
    deskPage(app, deps, paths.dossier(':id', kind), { get: dossier(kind) })
  }
  app.use('*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })
}

function dossier(kind: DossierKind): DeskHandler<DocumentsDeps> {
  return async (c, deps, session, locale) => {
    const petitionId = petitionIdOf(c)
    const record = await deps.petitions.loadRecord(petitionId)
    if (!record) throw new DomainError('petition-not-found')
    const { petition, log } = record
    const name: DossierName = { petitionId, kind, locale }
    if (log.applied <= AT_ONCE) return atOnce(c, deps, petition, name)
    const prepared = await prepare(deps, petition, name)
    if (prepared.ready) return c.redirect(`/${prepared.key}`, 303)
    c.header('refresh', String(REFRESH_SECONDS))
    const { written } = prepared
    const staff = worker(session)
    return c.html(<DossierPage {...{ locale, staff, petition, kind, written, total: log.applied }} />)
  }
}

/** The whole file as the answer. */
export async function atOnce(
  c: Context,
  deps: DocumentsDeps,
  petition: Petition,
  name: DossierName,
): Promise<Response> {
  const body = await bodyOf(writeDossier(deps, await readCase(deps, name.petitionId), name))
  const file = fileName(petition, name.kind)
  return c.body(body, 200, {
    'content-type': contentTypeOf(file),
    'content-disposition': `attachment; filename="${file}"`,
    'cache-control': 'no-store',
  })
}

/** What is ready or under way; begun anew where it is neither, or where the petition has changed since. */
export async function prepare(deps: DocumentsDeps, petition: Petition, name: DossierName): Promise<Prepared> {
  const now = deps.clock.now()
  const present = await readPrepared(deps.objects, name)
  if (present && isGood(present, petition.version, now)) return present
  const secret = Buffer.from(deps.random.bytes(32)).toString('base64url')
  const key = `dossiers/${secret}/${fileName(petition, name.kind)}`
  const begun = { key, version: petition.version, begunAt: now, at: now, written: 0, ready: false }
  if (!(await replacePrepared(deps.objects, name, begun))) {
    return (await readPrepared(deps.objects, name)) ?? begun
  }
  await deps.background.start({ order: 'dossier', ...name, key })
  return begun
}

function isGood({ ready, version, at }: Prepared, current: number, now: string): boolean {
  const age = secondsBetween(at, now)
  return ready ? version === current && age < FRESH_SECONDS : age < GIVEN_UP_SECONDS
}

function fileName({ communityId, number }: Petition, kind: DossierKind): string {
  return `petition-${communityId}-${number}.${kind}`
}
