import type { Context } from 'hono'
import { DomainError } from '../../shared/problem'
import { href, paths } from '../../web/addresses'
import { localeOfPath } from '../http/locale'
import type { KeptFormStore } from '../ports/kept-form-store'
import type { OfferDeps } from './council/offered'
import { keepForm } from './desk-kept'
import type { SessionDeps } from './session'

/** Where forms can be kept, one that was sent too late is not lost. */
export type SignedOutDeps = SessionDeps & Partial<OfferDeps> & { readonly keptForms?: KeptFormStore }

type AsksToSignIn = DomainError & { readonly code: 'sign-in-required' | 'reauthentication-required' }

/** Whether an error asks somebody to sign in, or to prove anew who they are. */
export function asksToSignIn(error: unknown): error is AsksToSignIn {
  return (
    error instanceof DomainError &&
    (error.code === 'sign-in-required' || error.code === 'reauthentication-required')
  )
}

/**
 * What a page of the desk answers to whoever is not signed in, or has to prove anew who they are: it leads there, and
 * keeps a form that was sent.
 * @throws DomainError what it was given, for what cannot be kept, as a file, and what is wrong with the form
 */
export async function answerSignedOut(
  c: Context,
  deps: SignedOutDeps,
  error: AsksToSignIn,
): Promise<Response> {
  const locale = localeOfPath(c.req.path)
  if (c.req.method === 'GET' || c.req.method === 'HEAD')
    return c.redirect(href(locale, signInFor(c, error.code)), 303)
  const { keptForms, councils, communities } = deps
  const isFile = c.req.header('content-type')?.startsWith('multipart/')
  if (!keptForms || !councils || !communities || isFile) throw error
  return keepForm(c, { ...deps, keptForms, councils, communities }, locale, error.code)
}

/** Where to sign in; a petition's page of the desk, as mails lead to it, is where the reader comes out again. */
function signInFor(c: Context, code: AsksToSignIn['code']): string {
  const petition = /\/staff\/petitions\/([^/]+)$/.exec(c.req.path)?.[1]
  const query = new URLSearchParams({
    ...(petition && { petition }),
    ...(code === 'reauthentication-required' && { again: '' }),
  })
  return query.size > 0 ? `${paths.deskSignIn}?${query}` : paths.deskSignIn
}
