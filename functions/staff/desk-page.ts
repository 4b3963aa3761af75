import type { Context, Hono } from 'hono'
import type { Locale } from '../../shared/locale'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import type { StaffDeps } from './deps'
import type { Session } from './session'
import { sessionOf } from './session-cookie'
import { answerSignedOut, asksToSignIn, type SignedOutDeps } from './signed-out'

/** Answers one request of somebody whom the gate has let in. */
export type DeskHandler<Deps extends SignedOutDeps = StaffDeps> = (
  c: Context,
  deps: Deps,
  session: Session,
  locale: Locale,
) => Response | Promise<Response>

/** A page of the desk in both languages. Each of its addresses needs an entry in `routes.ts`. */
export function deskPage<Deps extends SignedOutDeps>(
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

function signedIn<Deps extends SignedOutDeps>(deps: Deps, handler: DeskHandler<Deps>) {
  return async (c: Context): Promise<Response> => {
    try {
      return await handler(c, deps, await sessionOf(c, deps), localeOfPath(c.req.path))
    } catch (error) {
      // What only the form itself says may ask for a fresh proof too, as publishing an answer's draft does.
      if (!asksToSignIn(error)) throw error
      return answerSignedOut(c, deps, error)
    }
  }
}
