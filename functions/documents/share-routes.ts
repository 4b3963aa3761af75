import type { Context, Hono } from 'hono'
import { dayOf } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { isPublic } from '../../shared/petition/project'
import { DomainError } from '../../shared/problem'
import { viewPetition } from '../actions/view-petition'
import { resource } from '../http/resource'
import type { DocumentsDeps } from './deps'
import { shareImage } from './share-image'

/** Seconds for which the CDN and whoever shows the picture may keep it. */
const CACHE_SECONDS = 3600

/** The picture of a published petition that social networks show beside a link to it. */
export function shareRoutes(app: Hono, deps: DocumentsDeps): void {
  resource(app, '/petitions/:id/share.png', { get: (c) => share(c, deps, 'uk') })
  resource(app, '/en/petitions/:id/share.png', { get: (c) => share(c, deps, 'en') })
}

async function share(c: Context, deps: DocumentsDeps, locale: Locale): Promise<Response> {
  const { record, view } = await viewPetition(deps, petitionIdOf(c))
  if (!isPublic(record.petition)) throw new DomainError('petition-not-found')
  const png = await shareImage(deps, { locale, petition: view, today: dayOf(deps.clock.now()) })
  return c.body(png as Uint8Array<ArrayBuffer>, 200, {
    'content-type': 'image/png',
    'cache-control': `public, max-age=${CACHE_SECONDS}`,
  })
}

/** A petition's id from the address. @throws DomainError `petition-not-found` for what cannot be one */
export function petitionIdOf(c: Context): string {
  const id = c.req.param('id') ?? ''
  if (!/^[0-9a-z]{1,32}$/.test(id)) throw new DomainError('petition-not-found')
  return id
}
