import type { Context } from 'hono'
import { IdentityFailure } from '../../../shared/identity/failure'
import type { ProviderLevel } from '../../../shared/identity/identified-person'
import { href, paths } from '../../../web/addresses'
import type { ResidentsDeps } from '../deps'
import { openSession } from '../session'
import { providerOf, unlessFailed } from './failed'
import { useOnce } from './limits'
import { forgetTrip, keepTrip, tripId, tripIn } from './trip'

/** Longer than any code and state that a provider sends. */
const MOST = 8192

/**
 * Back from the provider. Nothing is signed yet: the next page shows the name, and its button signs (8.3). Whoever set out
 * for a page of their own finds it open.
 */
export async function callback(c: Context, deps: ResidentsDeps, level: ProviderLevel): Promise<Response> {
  const { searchParams: answer, search } = new URL(c.req.url)
  const id = tripId(answer.get('state') ?? '')
  return unlessFailed(c, deps, { level }, async () => {
    if (search.length > MOST) throw new IdentityFailure('untrusted')
    const { petitionId, locale, remembered, ...trip } = await tripIn(c, deps, id, 'away')
    const traveller = { level, locale, ...(petitionId !== undefined && { petitionId }) }
    return unlessFailed(c, deps, traveller, async () => {
      forgetTrip(c, deps, id)
      if (trip.level !== level || answer.get('state') !== remembered.state) {
        throw new IdentityFailure('untrusted')
      }
      await useOnce(deps, remembered.state)
      const { person, personId } = await providerOf(deps, level).finish(answer, remembered)
      if (petitionId === undefined) {
        await openSession(c, deps, { ids: [personId] })
        return c.redirect(href(locale, paths.me), 303)
      }
      const form = Buffer.from(deps.random.bytes(16)).toString('base64url')
      await keepTrip(c, deps, id, { stage: 'back', level, petitionId, locale, person, personId, form })
      return c.redirect(`${href(locale, paths.identifyConfirm)}?trip=${id}`, 303)
    })
  })
}
