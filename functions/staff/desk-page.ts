import type { Context, Hono } from 'hono'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import { href, paths } from '../../web/addresses'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { KeptFormStore } from '../ports/kept-form-store'
import { type StaffDeps, sessionOf } from './deps'
import { keepForm } from './desk-kept'
import type { Session, SessionDeps } from './session'

/** What a page of the desk needs at least; where forms can be kept, one that was sent too late is not lost. */
type PageDeps = SessionDeps & { readonly keptForms?: KeptFormStore }

/** Answers one request of somebody who is signed in. */
export type DeskHandler<Deps extends PageDeps = StaffDeps> = (
  c: Context,
  deps: Deps,
  session: Session,
  locale: Locale,
) => Response | Promise<Response>

/** A page of the desk in both languages; whoever is not signed in is led to where that is done. */
export function deskPage<Deps extends PageDeps>(
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

function signedIn<Deps extends PageDeps>(deps: Deps, handler: DeskHandler<Deps>) {
  return async (c: Context): Promise<Response> => {
    const locale = localeOfPath(c.req.path)
    try {
      return await handler(c, deps, await sessionOf(c, deps), locale)
    } catch (error) {
      const signedOut = error instanceof DomainError && error.code === 'sign-in-required'
      if (!signedOut) throw error
      const { keptForms } = deps
      if (c.req.method !== 'GET' && keptForms) return keepForm(c, { ...deps, keptForms }, locale)
      if (c.req.method !== 'GET') throw error
      return c.redirect(href(locale, signInFor(c)), 303)
    }
  }
}

/** Where to sign in; a petition's page of the desk, as mails lead to it, is where the reader comes out again. */
function signInFor(c: Context): string {
  const petition = /\/staff\/petitions\/([^/]+)$/.exec(c.req.path)?.[1]
  return petition ? `${paths.deskSignIn}?petition=${petition}` : paths.deskSignIn
}
