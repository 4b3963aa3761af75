import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { IdentityFailure } from '../../../shared/identity/failure'
import type { Locale } from '../../../shared/locale'
import {
  COUNCIL_FAILURES,
  type CouncilFailureReason,
  CouncilSignInFailure,
} from '../../../shared/staff/council-sign-in'
import { CouncilFailedPage } from '../../../web/pages/desk/council-failed'
import type { CouncilProvider } from '../../ports/council-provider'
import type { StaffDeps } from '../deps'
import { councilOf } from './offered'

const STATUS: Readonly<Record<CouncilFailureReason, ContentfulStatusCode>> = {
  cancelled: 200,
  expired: 410,
  untrusted: 400,
  unavailable: 503,
  unverified: 403,
  stale: 403,
  weak: 403,
  'no-access': 403,
}

/** Whose way it is, as far as it is known. */
interface Traveller {
  readonly provider: CouncilProvider
  readonly locale: Locale
  readonly petition?: string | undefined
}

/** Whoever is not let in this way is told why in words, and what else they can do. */
export async function unlessRefused(
  c: Context,
  deps: StaffDeps,
  { provider, locale, petition }: Traveller,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    const { community } = provider
    const council = { community, name: await councilOf(deps, community, locale) }
    return c.html(<CouncilFailedPage {...{ locale, council, reason, petition }} />, STATUS[reason])
  }
}

function reasonOf(error: unknown): CouncilFailureReason | undefined {
  if (error instanceof CouncilSignInFailure) return error.reason
  if (!(error instanceof IdentityFailure)) return undefined
  return COUNCIL_FAILURES.find((reason) => reason === error.reason) ?? 'untrusted'
}
