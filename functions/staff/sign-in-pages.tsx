import type { Context, Hono } from 'hono'
import { deleteCookie, setCookie } from 'hono/cookie'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { petitionIdSchema } from '../../shared/http/signing'
import { signInForm, tokenBody } from '../../shared/http/staff-session'
import { href, paths } from '../../web/addresses'
import { DeskEnterPage } from '../../web/pages/desk/enter'
import { DeskSignInPage } from '../../web/pages/desk/sign-in'
import { formBody } from '../http/body'
import { clientAddress } from '../http/client-address'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { problemOf } from '../http/problem'
import { COOKIE, cookieOptions, type StaffDeps, sessionOf } from './deps'
import { formErrors, formWithCsrf } from './desk-form'
import { keptFormOf } from './desk-kept'
import { startSession } from './session'
import { requestSignIn, useSignInLink } from './sign-in'

/** Signing in by a mailed link, and out. */
export function signInPages(app: Hono, deps: StaffDeps): void {
  page(app, paths.deskSignIn, {
    get: (c) => c.html(<DeskSignInPage locale={localeOfPath(c.req.path)} petition={wanted(c)} />),
    post: (c) => signIn(c, deps),
  })
  page(app, paths.deskEnter, {
    get: (c) =>
      c.html(<DeskEnterPage locale={localeOfPath(c.req.path)} token={c.req.query('token') ?? ''} />),
    post: (c) => enter(c, deps),
  })
  page(app, paths.deskSignOut, { post: (c) => signOut(c, deps) })
}

async function signIn(c: Context, deps: StaffDeps): Promise<Response> {
  const locale = localeOfPath(c.req.path)
  try {
    const { email, petition } = await formBody(c.req.raw, signInForm)
    const ip = clientAddress(c.req.raw, deps.addressHeader)
    await requestSignIn(deps, { email, ip, locale, ...(petition && { petitionId: petition }) })
    return c.html(<DeskSignInPage locale={locale} sent />)
  } catch (error) {
    const status = problemOf(error, locale).status as ContentfulStatusCode
    if (status >= 500) throw error
    return c.html(<DeskSignInPage locale={locale} errors={formErrors(error, locale)} />, status)
  }
}

async function enter(c: Context, deps: StaffDeps): Promise<Response> {
  const { token } = await formBody(c.req.raw, tokenBody)
  const { member, petitionId } = await useSignInLink(deps, token)
  setCookie(c, COOKIE, await startSession(deps, member), cookieOptions(deps))
  const kept = await keptFormOf(deps, member.id)
  const wish = petitionId ? paths.deskPetition(petitionId) : paths.desk
  return c.redirect(href(localeOfPath(c.req.path), kept ? paths.deskKept : wish), 303)
}

/** The petition whose page sent the reader to sign in; nothing else is believed. */
function wanted(c: Context): string | undefined {
  return petitionIdSchema.safeParse(c.req.query('petition')).data
}

async function signOut(c: Context, deps: StaffDeps): Promise<Response> {
  await formWithCsrf(c, await sessionOf(c, deps))
  deleteCookie(c, COOKIE, { path: '/' })
  return c.redirect(href(localeOfPath(c.req.path), paths.deskSignIn), 303)
}
