import type { Context } from 'hono'
import type { DomainError } from '../../shared/problem'
import { href, paths } from '../../web/addresses'
import { localeOfPath } from '../http/locale'
import type { KeptFormStore } from '../ports/kept-form-store'
import { keepForm } from './desk-kept'
import type { SessionDeps } from './session'

/** Where forms can be kept, one that was sent too late is not lost. */
export type SignedOutDeps = SessionDeps & { readonly keptForms?: KeptFormStore }

/**
 * What a page of the desk answers to whoever is not signed in: it leads there, and keeps a form that was sent.
 * @throws DomainError `sign-in-required` for what cannot be kept, as a file, and what is wrong with the form
 */
export async function answerSignedOut(
  c: Context,
  deps: SignedOutDeps,
  error: DomainError,
): Promise<Response> {
  const locale = localeOfPath(c.req.path)
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return c.redirect(href(locale, signInFor(c)), 303)
  const { keptForms } = deps
  const isFile = c.req.header('content-type')?.startsWith('multipart/')
  if (!keptForms || isFile) throw error
  return keepForm(c, { ...deps, keptForms }, locale)
}

/** Where to sign in; a petition's page of the desk, as mails lead to it, is where the reader comes out again. */
function signInFor(c: Context): string {
  const petition = /\/staff\/petitions\/([^/]+)$/.exec(c.req.path)?.[1]
  return petition ? `${paths.deskSignIn}?petition=${petition}` : paths.deskSignIn
}
