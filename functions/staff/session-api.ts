import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Context, Hono } from 'hono'
import { assertionBody, enrolBody, registrationBody } from '../../shared/http/passkeys'
import { signInBody } from '../../shared/http/staff-session'
import { DomainError } from '../../shared/problem'
import { browserOf } from '../../shared/staff/browser'
import type { StaffMember } from '../../shared/staff/staff-member'
import { textsOf } from '../../web/texts'
import { jsonBody } from '../http/body'
import { clientAddress } from '../http/client-address'
import { requestLocale, resource } from '../http/resource'
import type { StaffDeps } from './deps'
import { keptFormOf } from './desk-kept'
import { admittedByLink } from './passkeys/by-link'
import { enrolled, enrolmentOptions } from './passkeys/enrol'
import { keepPasskey } from './passkeys/keep'
import { proofOptions, proved } from './passkeys/prove'
import { keepsKeys, provedRecently } from './session'
import { sessionOf, signInAs, signOutOf } from './session-cookie'
import { requestSignIn } from './sign-in'

const BASE = '/api/v1/staff'

/** Passkeys and the session that one of them opens; the desk's pages use the same. */
export function sessionApi(app: Hono, deps: StaffDeps): void {
  resource(app, `${BASE}/sign-in`, { post: (c) => signIn(c, deps) })
  resource(app, `${BASE}/passkeys/options`, { post: (c) => askForKey(c, deps) })
  resource(app, `${BASE}/passkeys`, { post: (c) => addKey(c, deps) })
  resource(app, `${BASE}/session/options`, { post: async (c) => c.json(await proofOptions(deps)) })
  resource(app, `${BASE}/session`, {
    get: async (c) => c.json(describe((await sessionOf(c, deps)).member)),
    post: (c) => openSession(c, deps),
    delete: async (c) => {
      await signOutOf(c, deps)
      return c.body(null, 204)
    },
  })
}

async function signIn(c: Context, deps: StaffDeps): Promise<Response> {
  const { email } = await jsonBody(c.req.raw, signInBody)
  await requestSignIn(deps, {
    email,
    ip: clientAddress(c.req.raw, deps.addressHeader),
    locale: requestLocale(c),
  })
  return c.json({ status: 'mail-sent' }, 202)
}

async function askForKey(c: Context, deps: StaffDeps): Promise<Response> {
  const { token } = await jsonBody(c.req.raw, enrolBody)
  if (token !== undefined) return c.json(await enrolmentOptions(deps, await admittedByLink(deps, token)))
  const session = await sessionOf(c, deps)
  keepsKeys(session)
  provedRecently(deps, session)
  return c.json(await enrolmentOptions(deps, { member: session.member }))
}

/** The first key signs in at once: the mailed link and the key are both proved. */
async function addKey(c: Context, deps: StaffDeps): Promise<Response> {
  const { ceremony: sealed, response } = await jsonBody(c.req.raw, registrationBody)
  const { passkey, ceremony } = await enrolled(deps, sealed, response as RegistrationResponseJSON, nameIn(c))
  if (ceremony.link === undefined) {
    const session = await sessionOf(c, deps)
    keepsKeys(session)
    if (session.member.id !== ceremony.staffId) throw new DomainError('passkey-refused')
  }
  const member = await keepPasskey(deps, passkey, ceremony)
  await signInAs(c, deps, { member })
  return c.json(describe(member), 201)
}

async function openSession(c: Context, deps: StaffDeps): Promise<Response> {
  const { ceremony, response } = await jsonBody(c.req.raw, assertionBody)
  const member = await proved(deps, ceremony, response as AuthenticationResponseJSON)
  await signInAs(c, deps, { member })
  const formWaits = (await keptFormOf(deps, { member })) !== undefined
  return c.json({ ...describe(member), formWaits }, 201)
}

/** What a new key is called until its holder gives it a name: where it was made. */
function nameIn(c: Context): string {
  return textsOf(requestLocale(c)).passkeys.browser(browserOf(c.req.header('user-agent') ?? ''))
}

function describe({ id, name, grants }: StaffMember) {
  return { staff: { id, name, grants } }
}
