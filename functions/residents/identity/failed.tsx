import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { IdentityFailure, type IdentityFailureReason } from '../../../shared/identity/failure'
import type { ProviderLevel } from '../../../shared/identity/identified-person'
import type { Locale } from '../../../shared/locale'
import { DomainError } from '../../../shared/problem'
import { IdentityFailedPage } from '../../../web/pages/identity/failed'
import { viewPetition } from '../../actions/view-petition'
import { localeOfPath } from '../../http/locale'
import { unlessClosed } from '../../pages/signed'
import type { IdentityProvider } from '../../ports/identity-provider'
import type { ResidentsDeps } from '../deps'

const STATUS: Readonly<Record<IdentityFailureReason | 'not-accepted', ContentfulStatusCode>> = {
  cancelled: 200,
  expired: 410,
  untrusted: 400,
  unavailable: 503,
  unreadable: 502,
  nameless: 422,
  'unusual-name': 422,
  unidentified: 422,
  'not-accepted': 403,
}

/** What only an operator can mend. */
const TROUBLE: readonly string[] = ['unavailable', 'unreadable'] satisfies IdentityFailureReason[]

/** Whose way it is, as far as it is known. */
export interface Traveller {
  readonly petitionId?: string
  readonly level?: ProviderLevel
  /** Of the trip; of the address where there is none. */
  readonly locale?: Locale
}

/** The provider of this installation. @throws IdentityFailure `unavailable` where it has none */
export function providerOf({ providers }: ResidentsDeps, level: ProviderLevel): IdentityProvider {
  const provider = providers.get(level)
  if (!provider) throw new IdentityFailure('unavailable')
  return provider
}

/** Whoever cannot sign this way is told why in words, and by which other way they can. */
export async function unlessFailed(
  c: Context,
  deps: ResidentsDeps,
  traveller: Traveller,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await (traveller.petitionId === undefined
      ? work()
      : unlessClosed(c, deps, traveller.petitionId, work))
  } catch (error) {
    const reason = reasonOf(error)
    if (reason === undefined) throw error
    const { level, petitionId } = traveller
    if (level && TROUBLE.includes(reason)) deps.metrics.count('IdentityFailures', 1, { level, reason })
    const petition = petitionId === undefined ? undefined : (await viewPetition(deps, petitionId)).view
    const locale = traveller.locale ?? localeOfPath(c.req.path)
    return c.html(<IdentityFailedPage {...{ locale, level, reason, petition }} />, STATUS[reason])
  }
}

function reasonOf(error: unknown): keyof typeof STATUS | undefined {
  if (error instanceof IdentityFailure) return error.reason
  return error instanceof DomainError && error.code === 'identity-not-accepted' ? 'not-accepted' : undefined
}
