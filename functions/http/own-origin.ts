import type { MiddlewareHandler } from 'hono'
import { DomainError } from '../../shared/problem'

const SAFE = ['GET', 'HEAD', 'OPTIONS']

/**
 * Refuses whatever a page of another site has its reader's browser send (cross-site request forgery), before anything of
 * it is read. A browser that says nothing of where a request comes from is let through to the form's own proof.
 * @param publicUrl address of the site
 * @throws DomainError `csrf`
 */
export function ownOriginOnly(publicUrl: string): MiddlewareHandler {
  const { origin } = new URL(publicUrl)
  return async ({ req }, next) => {
    if (!SAFE.includes(req.method) && isForeign(req.header('sec-fetch-site'), req.header('origin'), origin)) {
      throw new DomainError('csrf')
    }
    return next()
  }
}

/** Fetch Metadata says it exactly where a browser has it; `none` is what a person does without any page. */
function isForeign(site: string | undefined, from: string | undefined, own: string): boolean {
  if (site !== undefined) return site !== 'same-origin' && site !== 'none'
  return from !== undefined && from !== own
}
