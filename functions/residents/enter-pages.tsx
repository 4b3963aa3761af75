import type { Context, Hono } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import * as z from 'zod'
import { residentEnterForm, residentIdentifyForm, residentLinkForm } from '../../shared/http/resident'
import type { ProviderLevel } from '../../shared/identity/identified-person'
import { DomainError } from '../../shared/problem'
import { href, paths } from '../../web/addresses'
import { LeavingPage } from '../../web/pages/identity/leaving'
import { AskedPage, AskPage } from '../../web/pages/me/ask'
import { EnterPage } from '../../web/pages/me/enter'
import { formBody } from '../http/body'
import { clientAddress } from '../http/client-address'
import { localeOfPath } from '../http/locale'
import { page } from '../http/page'
import { problemOf, retryAfter } from '../http/problem'
import { checkedForm, formErrors } from '../staff/desk-form'
import type { ResidentsDeps } from './deps'
import { providerOf, unlessFailed } from './identity/failed'
import { countDeparture } from './identity/limits'
import { keepTrip, tripId } from './identity/trip'
import { requestResidentLink, useResidentLink } from './links'
import { ownPage } from './own-page'
import { personAt } from './person'
import { closeSession, openSession, ownForm, sessionIn } from './session'

/** Opening one's own page by a mailed link, and closing it. Asking for a link is `minePages`, where it leads to. */
export function enterPages(app: Hono, deps: ResidentsDeps): void {
  page(app, paths.meEnter, {
    get: (c) =>
      unlessLost(c, deps, async () => {
        const token = c.req.query('token') ?? ''
        await deps.tokens.open(token, deps.clock.now(), 'resident')
        return c.html(<EnterPage locale={localeOfPath(c.req.path)} token={token} />)
      }),
    post: (c) => unlessLost(c, deps, () => enter(c, deps)),
  })
  page(app, paths.meIdentify, { post: (c) => identify(c, deps) })
  ownPage(app, deps, paths.meLeave, {
    async post(c, session, locale) {
      await ownForm(c, session, z.strictObject({}))
      closeSession(c, deps)
      return c.redirect(`${href(locale, paths.me)}?reason=left`, 303)
    },
  })
}

async function enter(c: Context, deps: ResidentsDeps): Promise<Response> {
  const { token } = await formBody(c.req.raw, residentEnterForm)
  const { email } = await deps.tokens.open(token, deps.clock.now(), 'resident')
  // A second press of the same button finds the page open already.
  const open = (await sessionIn(c, deps))?.person.email === email
  if (!open) await openSession(c, deps, personAt(await useResidentLink(deps, token)))
  return c.redirect(href(localeOfPath(c.req.path), paths.me), 303)
}

/** Off to a provider, with no petition in mind: its answer opens the page (`identity/callback.tsx`). */
async function identify(c: Context, deps: ResidentsDeps): Promise<Response> {
  const { level } = await formBody(c.req.raw, residentIdentifyForm)
  return unlessFailed(c, deps, { level }, async () => {
    await countDeparture(deps, clientAddress(c.req.raw, deps.addressHeader))
    const { address, remembered } = await providerOf(deps, level).begin()
    const locale = localeOfPath(c.req.path)
    await keepTrip(c, deps, tripId(remembered.state), { stage: 'away', level, locale, remembered })
    return c.html(<LeavingPage {...{ locale, level, address }} />, 200, { refresh: `0; url=${address}` })
  })
}

/** Asks for a link; what is wrong is said beside the field. */
export async function askForLink(c: Context, deps: ResidentsDeps): Promise<Response> {
  const locale = localeOfPath(c.req.path)
  const typed = await formBody(c.req.raw, z.object({ email: z.string().max(2048).default('') }))
  try {
    const { email } = checkedForm(residentLinkForm, { email: typed.email })
    const network = clientAddress(c.req.raw, deps.addressHeader)
    await requestResidentLink(deps, { email, network, locale })
    return c.html(<AskedPage locale={locale} />)
  } catch (error) {
    const { status } = problemOf(error, locale)
    if (status >= 500) throw error
    const errors = formErrors(error, locale)
    const answer = <AskPage {...{ locale, typed: typed.email, errors, providers: providersOf(deps) }} />
    return c.html(answer, status as ContentfulStatusCode, retryAfter(error))
  }
}

const LOST = { 'token-expired': 'expired', 'token-invalid': 'broken' } as const

/** A link that does not open the page leads to where to ask for another. */
async function unlessLost(c: Context, deps: ResidentsDeps, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const code = error instanceof DomainError ? error.code : undefined
    if (code !== 'token-expired' && code !== 'token-invalid') throw error
    const locale = localeOfPath(c.req.path)
    const status = problemOf(error, locale).status as ContentfulStatusCode
    return c.html(<AskPage {...{ locale, reason: LOST[code], providers: providersOf(deps) }} />, status)
  }
}

/** The ways in that this installation has beside a mailed link. */
export function providersOf({ providers }: Pick<ResidentsDeps, 'providers'>): ProviderLevel[] {
  return [...providers.keys()]
}
