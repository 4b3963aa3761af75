import type { Context, Hono } from 'hono'
import type { Locale } from '../../shared/locale'
import { href, paths } from '../../web/addresses'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { ResidentsDeps } from './deps'
import { type ResidentSession, sessionIn } from './session'

/** Answers one request of somebody whose page is open. */
export type OwnHandler = (
  c: Context,
  session: ResidentSession,
  locale: Locale,
) => Response | Promise<Response>

/** A page of one's own in both languages; whose page is not open is led to where to ask for a link. */
export function ownPage(
  app: Hono,
  deps: ResidentsDeps,
  path: string,
  handlers: { readonly get?: OwnHandler; readonly post?: OwnHandler },
): void {
  const opened = (handler: OwnHandler) => async (c: Context) => {
    const locale = localeOfPath(c.req.path)
    const session = await sessionIn(c, deps)
    if (!session) return c.redirect(`${href(locale, paths.me)}?reason=ended`, 303)
    return handler(c, session, locale)
  }
  page(app, path, {
    ...(handlers.get && { get: opened(handlers.get) }),
    ...(handlers.post && { post: opened(handlers.post) }),
  })
}

/** What every page of one's own says of whose it is. */
export function ownerOf({ person, csrf }: ResidentSession, locale: Locale) {
  return { locale, csrf, ...(person.email !== undefined && { email: person.email }) }
}
