import type { Context, Hono } from 'hono'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { href, paths } from '../../web/addresses'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { type StaffDeps, sessionOf } from './deps'
import type { Session, SessionDeps } from './session'

/** Answers one request of somebody who is signed in. */
export type DeskHandler<Deps extends SessionDeps = StaffDeps> = (
  c: Context,
  deps: Deps,
  session: Session,
  locale: Locale,
) => Response | Promise<Response>

/** A page of the desk in both languages; whoever is not signed in is led to where that is done. */
export function deskPage<Deps extends SessionDeps>(
  app: Hono,
  deps: Deps,
  path: string,
  handlers: { readonly get?: DeskHandler<Deps>; readonly post?: DeskHandler<Deps> },
): void {
  page(app, path, {
    ...(handlers.get && { get: signedIn(deps, handlers.get) }),
    ...(handlers.post && { post: signedIn(deps, handlers.post) }),
  })
}

function signedIn<Deps extends SessionDeps>(deps: Deps, handler: DeskHandler<Deps>) {
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
