import type { Context } from 'hono'
import { identifyForm, identifyQuery } from '../../../shared/http/identity'
import type { ProviderLevel } from '../../../shared/identity/identified-person'
import { DomainError } from '../../../shared/problem'
import { assertAccepted, assertSignable } from '../../../shared/signing/signable'
import { BeginPage } from '../../../web/pages/identity/begin'
import { LeavingPage } from '../../../web/pages/identity/leaving'
import { viewPetition } from '../../actions/view-petition'
import { formBody, query } from '../../http/body'
import { clientAddress } from '../../http/client-address'
import { localeOfPath } from '../../http/locale'
import { petitionToSign } from '../../signing/petition-cache'
import type { ResidentsDeps } from '../deps'
import { providerOf, unlessFailed } from './failed'
import { countDeparture } from './limits'
import { keepTrip, tripId } from './trip'

/** What will be asked of the provider, and the notice, before anything is. */
export function beginning(c: Context, deps: ResidentsDeps, level: ProviderLevel): Promise<Response> {
  const { petition } = query(c.req.raw, identifyQuery)
  return unlessFailed(c, deps, { petitionId: petition, level }, async () => {
    await assertOpen(deps, petition, level)
    return begin(c, deps, level, petition, false)
  })
}

/** The notice was read and the button pressed: the browser goes to the provider. */
export async function departure(c: Context, deps: ResidentsDeps, level: ProviderLevel): Promise<Response> {
  const { petition, noticeRead } = await formBody(c.req.raw, identifyForm)
  return unlessFailed(c, deps, { petitionId: petition, level }, async () => {
    await assertOpen(deps, petition, level)
    if (noticeRead === undefined) return begin(c, deps, level, petition, true)
    await countDeparture(deps, clientAddress(c.req.raw, deps.addressHeader))
    const { address, remembered } = await providerOf(deps, level).begin()
    const locale = localeOfPath(c.req.path)
    const trip = { stage: 'away', level, petitionId: petition, locale, remembered } as const
    await keepTrip(c, deps, tripId(remembered.state), trip)
    // Not a redirect: the site's `form-action` holds for where a form's answer leads, too.
    return c.html(<LeavingPage locale={locale} level={level} address={address} />, 200, {
      refresh: `0; url=${address}`,
    })
  })
}

async function begin(
  c: Context,
  deps: ResidentsDeps,
  level: ProviderLevel,
  petitionId: string,
  unread: boolean,
): Promise<Response> {
  const { view } = await viewPetition(deps, petitionId)
  const locale = localeOfPath(c.req.path)
  return c.html(
    <BeginPage locale={locale} petition={view} level={level} unread={unread} />,
    unread ? 400 : 200,
  )
}

/** @throws DomainError as signing itself would; IdentityFailure `unavailable` */
async function assertOpen(deps: ResidentsDeps, petitionId: string, level: ProviderLevel): Promise<void> {
  const now = deps.clock.now()
  const petition = await petitionToSign(deps.cache, petitionId, now)
  if (!petition) throw new DomainError('petition-not-found')
  assertSignable(petition, now)
  assertAccepted(petition, level)
  providerOf(deps, level)
}
