import type { Context, Hono } from 'hono'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { href, paths } from '../../web/addresses'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { type StaffDeps, sessionOf } from './deps'
import type { Session } from './session'

/** Answers one request of somebody who is signed in. */
export type DeskHandler = (
  c: Context,
  deps: StaffDeps,
  session: Session,
  locale: Locale,
) => Response | Promise<Response>

/** A page of the desk in both languages; whoever is not signed in is led to where that is done. */
export function deskPage(
  app: Hono,
  deps: StaffDeps,
  path: string,
  handlers: { readonly get?: DeskHandler; readonly post?: DeskHandler },
): void {
  page(app, path, {
    ...(handlers.get && { get: signedIn(deps, handlers.get) }),
    ...(handlers.post && { post: signedIn(deps, handlers.post) }),
  })
}

function signedIn(deps: StaffDeps, handler: DeskHandler) {
  return async (c: Context): Promise<Response> => {
    const locale = localeOfPath(c.req.path)
    try {
      return await handler(c, deps, await sessionOf(c, deps), locale)
    } catch (error) {
      const signedOut = error instanceof DomainError && error.code === 'sign-in-required'
      if (!signedOut || c.req.method !== 'GET') throw error
      return c.redirect(href(locale, paths.deskSignIn), 303)
    }
  }
}
