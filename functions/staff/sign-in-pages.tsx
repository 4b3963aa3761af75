import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { petitionIdSchema } from '../../shared/http/signing'
import { signInForm, tokenBody } from '../../shared/http/staff-session'
import { href, paths } from '../../web/addresses'
import { DeskEnterPage, type DeskEnterPageProps } from '../../web/pages/desk/enter'
import { DeskSignInPage } from '../../web/pages/desk/sign-in'
import { formBody } from '../http/body'
import { clientAddress } from '../http/client-address'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { problemOf } from '../http/problem'
import { offeredCouncils } from './council/offered'
import type { StaffDeps } from './deps'
import { formErrors, formWithCsrf } from './desk-form'
import { type LinkedMember, memberOfLink } from './passkeys/by-link'
import { askForRecovery } from './passkeys/recovery'
import { sessionOf, signOutOf } from './session-cookie'
import { requestSignIn } from './sign-in'

/** Signing in and out, and where a mailed link leads. */
export function signInPages(app: Hono, deps: StaffDeps): void {
  page(app, paths.deskSignIn, { get: (c) => signInPage(c, deps), post: (c) => signIn(c, deps) })
  page(app, paths.deskEnter, { get: (c) => enter(c, deps), post: (c) => recover(c, deps) })
  page(app, paths.deskSignOut, { post: (c) => signOut(c, deps) })
}

async function signInPage(c: Context, deps: StaffDeps) {
  const changed = c.req.query('again') !== undefined
  const locale = localeOfPath(c.req.path)
  const councils = await offeredCouncils(deps, locale)
  return c.html(<DeskSignInPage {...{ locale, changed, councils }} petition={wanted(c)} />)
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
    const councils = await offeredCouncils(deps, locale)
    return c.html(<DeskSignInPage {...{ locale, councils }} errors={formErrors(error, locale)} />, status)
  }
}

async function enter(c: Context, deps: StaffDeps): Promise<Response> {
  const token = c.req.query('token') ?? ''
  const linked = await memberOfLink(deps, token)
  return c.html(enterPage(c, token, linked, linked.leadsTo))
}

/** Asks for another key in place of lost ones. */
async function recover(c: Context, deps: StaffDeps): Promise<Response> {
  const { token } = await formBody(c.req.raw, tokenBody)
  const linked = await memberOfLink(deps, token)
  if (linked.leadsTo !== 'recovery') return c.html(enterPage(c, token, linked, linked.leadsTo))
  await askForRecovery(deps, linked)
  return c.html(enterPage(c, token, linked, 'asked'))
}

function enterPage(c: Context, token: string, linked: LinkedMember, leadsTo: DeskEnterPageProps['leadsTo']) {
  const { member, petitionId } = linked
  return (
    <DeskEnterPage
      locale={localeOfPath(c.req.path)}
      token={token}
      name={member.name}
      leadsTo={leadsTo}
      petition={petitionId}
    />
  )
}

/** The petition whose page sent the reader to sign in; nothing else is believed. */
function wanted(c: Context): string | undefined {
  return petitionIdSchema.safeParse(c.req.query('petition')).data
}

async function signOut(c: Context, deps: StaffDeps): Promise<Response> {
  await formWithCsrf(c, await sessionOf(c, deps))
  await signOutOf(c, deps)
  return c.redirect(href(localeOfPath(c.req.path), paths.deskSignIn), 303)
}
