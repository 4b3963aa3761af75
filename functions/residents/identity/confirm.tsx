import type { Context } from 'hono'
import { identityConfirmForm, tripQuery } from '../../../shared/http/identity'
import { IdentityFailure } from '../../../shared/identity/failure'
import { href, paths } from '../../../web/addresses'
import { IdentityConfirmPage } from '../../../web/pages/identity/confirm'
import { SignedPage } from '../../../web/pages/signed'
import { sign } from '../../actions/confirm-signature'
import { viewPetition } from '../../actions/view-petition'
import { formBody, query } from '../../http/body'
import { localeOfPath } from '../../http/locale'
import { receiptIn, receiptStanding } from '../../pages/receipt'
import { whileNamesAreKept } from '../../signing/kept-names'
import type { ResidentsDeps } from '../deps'
import { unlessFailed } from './failed'
import { forgetTrip, type TripAt, tripIn } from './trip'

/** The name as it will be published, and the button. */
export async function confirming(c: Context, deps: ResidentsDeps): Promise<Response> {
  const { trip: id } = query(c.req.raw, tripQuery)
  return withTrip(c, deps, id, async (trip) => {
    const { view } = await viewPetition(deps, trip.petitionId)
    const { person, form } = trip
    const locale = localeOfPath(c.req.path)
    return c.html(<IdentityConfirmPage {...{ locale, petition: view, person, trip: id, form }} />)
  })
}

/** The button was pressed. */
export async function confirmed(c: Context, deps: ResidentsDeps): Promise<Response> {
  const { trip: id, form, act } = await formBody(c.req.raw, identityConfirmForm)
  return withTrip(c, deps, id, async (trip) => {
    // Another site's form has the cookie at most, never what stood in the page.
    if (form !== trip.form) throw new IdentityFailure('untrusted')
    const { petitionId, person, personId, level } = trip
    const locale = localeOfPath(c.req.path)
    if (act === 'leave') {
      forgetTrip(c, deps, id)
      return c.redirect(href(locale, paths.petition(petitionId)), 303)
    }
    const signature = await whileNamesAreKept(deps, petitionId, () =>
      sign(deps, { petitionId, person, personId, level }),
    )
    const standing = signature.created ? {} : await receiptStanding(deps, signature.key)
    const { view } = await viewPetition(deps, petitionId)
    forgetTrip(c, deps, id)
    return c.html(
      <SignedPage
        locale={locale}
        again={!signature.created}
        petition={view}
        confirmedAt={signature.confirmedAt}
        receipt={receiptIn(view, signature.key, standing)}
        publicUrl={deps.publicUrl}
      />,
    )
  })
}

/** @throws as `unlessFailed` */
function withTrip(
  c: Context,
  deps: ResidentsDeps,
  id: string,
  work: (trip: TripAt<'back'>) => Promise<Response>,
): Promise<Response> {
  return unlessFailed(c, deps, {}, async () => {
    const trip = await tripIn(c, deps, id, 'back')
    const { petitionId, level } = trip
    return unlessFailed(c, deps, { petitionId, level }, () => work(trip))
  })
}
