import type { Context, Hono } from 'hono'
import * as z from 'zod'
import { petitionIdSchema } from '../../../shared/http/signing'
import { DomainError } from '../../../shared/problem'
import { CouncilSignInFailure, vouchedEmail } from '../../../shared/staff/council-sign-in'
import type { Scope } from '../../../shared/staff/staff-member'
import { memberWithin } from '../../../shared/staff/within'
import { href, paths } from '../../../web/addresses'
import { CouncilLeavingPage } from '../../../web/pages/desk/council-leaving'
import { formBody } from '../../http/body'
import { clientAddress } from '../../http/client-address'
import { localeOfPath } from '../../http/locale'
import { page } from '../../http/page'
import type { CouncilProvider } from '../../ports/council-provider'
import type { StaffDeps } from '../deps'
import { keptFormOf } from '../desk-kept'
import type { Proved } from '../session'
import { signInAs } from '../session-cookie'
import { countSignIn, nameOfLink, useLink } from '../sign-in'
import { unlessRefused } from './failed'
import { councilOf } from './offered'
import { type CouncilTrip, endCouncilTrip, keepCouncilTrip } from './trip'

/** Longer than any code and state that a provider sends. */
const MOST = 8192

const form = z.strictObject({ petition: petitionIdSchema.optional() })

/** Signing in, and proving anew who one is, by the provider of one's council (decision 0036). */
export function councilPages(app: Hono, deps: StaffDeps): void {
  page(app, paths.deskCouncil(':id'), { post: (c) => departure(c, deps) })
  page(app, paths.deskCouncilBack(':id'), { get: (c) => callback(c, deps) })
}

/** @throws DomainError `not-found` */
function providerIn(c: Context, { councils }: StaffDeps): CouncilProvider {
  const provider = councils.get(c.req.param('id') ?? '')
  if (!provider) throw new DomainError('not-found')
  return provider
}

async function departure(c: Context, deps: StaffDeps): Promise<Response> {
  const provider = providerIn(c, deps)
  const locale = localeOfPath(c.req.path)
  const { petition } = await formBody(c.req.raw, form)
  return unlessRefused(c, deps, { provider, locale, petition }, async () => {
    await countSignIn(deps, clientAddress(c.req.raw, deps.addressHeader))
    const { address, remembered } = await provider.begin()
    const { community } = provider
    const at = deps.clock.now()
    await keepCouncilTrip(c, deps, { community, locale, at, remembered, ...(petition && { petition }) })
    const council = await councilOf(deps, community, locale)
    // Not a redirect: the site's `form-action` holds for where a form's answer leads, too.
    return c.html(<CouncilLeavingPage locale={locale} council={council} address={address} />, 200, {
      refresh: `0; url=${address}`,
    })
  })
}

async function callback(c: Context, deps: StaffDeps): Promise<Response> {
  const provider = providerIn(c, deps)
  const { searchParams: answer, search } = new URL(c.req.url)
  return unlessRefused(c, deps, { provider, locale: localeOfPath(c.req.path) }, async () => {
    if (search.length > MOST) throw new CouncilSignInFailure('untrusted')
    const trip = await endCouncilTrip(c, deps, answer.get('state') ?? '', provider.community)
    const { locale, petition } = trip
    return unlessRefused(c, deps, { provider, locale, petition }, async () => {
      const proved = await vouchedFor(deps, provider, answer, trip)
      await signInAs(c, deps, proved)
      return c.redirect(href(locale, await destination(deps, proved, petition)), 303)
    })
  })
}

/**
 * Whom the provider vouches for, with the roles held in its own community and no other.
 * @throws IdentityFailure; CouncilSignInFailure `expired`, `stale`, `weak`, `unverified`, `no-access`
 */
async function vouchedFor(
  deps: StaffDeps,
  provider: CouncilProvider,
  answer: URLSearchParams,
  { remembered, secondsAway }: CouncilTrip & { readonly secondsAway: number },
): Promise<Required<Proved>> {
  await useState(deps, remembered.state)
  const vouched = await provider.finish(answer, remembered)
  const email = vouchedEmail(vouched, provider.acr, secondsAway)
  const within: Scope = `community:${provider.community}`
  const found = await deps.staff.byEmail(email)
  const member = found && memberWithin(found, within)
  if (!member) throw new CouncilSignInFailure('no-access')
  return { member, within }
}

/** An answer serves once, even where its address and the browser's cookie were copied. */
async function useState(deps: StaffDeps, state: string): Promise<void> {
  try {
    await useLink(deps, nameOfLink(`council ${state}`))
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    throw new CouncilSignInFailure('expired', { cause: error })
  }
}

/** A form that waits for the proof comes first. */
async function destination(deps: StaffDeps, proved: Proved, petition: string | undefined): Promise<string> {
  if (await keptFormOf(deps, proved)) return paths.deskKept
  return petition ? paths.deskPetition(petition) : paths.desk
}
