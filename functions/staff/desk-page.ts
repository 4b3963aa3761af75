import type { Context, Hono } from 'hono'
import type { Locale } from '../../shared/locale'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { type StaffDeps, sessionOf } from './deps'
import type { Session, SessionDeps } from './session'

/** Answers one request of somebody whom the gate has let in. */
export type DeskHandler<Deps extends SessionDeps = StaffDeps> = (
  c: Context,
  deps: Deps,
  session: Session,
  locale: Locale,
) => Response | Promise<Response>

/** A page of the desk in both languages. Each of its addresses needs an entry in `routes.ts`. */
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
  return async (c: Context): Promise<Response> =>
    handler(c, deps, await sessionOf(c, deps), localeOfPath(c.req.path))
}
