import type { Context } from 'hono'
import { errors } from 'jose'
import * as z from 'zod'
import { petitionIdSchema } from '../../../shared/http/signing'
import { LOCALES } from '../../../shared/locale'
import { CouncilSignInFailure } from '../../../shared/staff/council-sign-in'
import { deleteHostCookie, hostCookieIn, setHostCookie } from '../../http/host-cookie'
import type { Clock } from '../../ports/clock'
import type { KeyRing } from '../../ports/key-ring'
import { seal, unseal } from '../../signing/sealed'

/** How long somebody may take at their council's provider. */
const TRIP_MINUTES = 10

const trip = z.object({
  community: z.string(),
  locale: z.enum(LOCALES),
  /** Whose page they come out at. */
  petition: petitionIdSchema.exactOptional(),
  /** When they set out. */
  at: z.iso.datetime(),
  remembered: z.object({ state: z.string(), secrets: z.record(z.string(), z.string()) }),
})

/** Somebody's way to their council's provider and back. */
export type CouncilTrip = z.output<typeof trip>

interface TripDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly publicUrl: string
}

/** Keeps a trip, sealed, in the browser that makes it, out of reach of scripts and of other sites' requests. */
export async function keepCouncilTrip(c: Context, deps: TripDeps, kept: CouncilTrip): Promise<void> {
  const sealed = await seal(deps.keys, 'viche/council-sign-in/v1', kept)
  setHostCookie(c, deps, cookieOf(kept.remembered.state), sealed, TRIP_MINUTES * 60)
}

/**
 * The trip that an answer ends; the browser forgets it.
 * @param state as the answer names it
 * @throws CouncilSignInFailure `expired` without one; `untrusted` for one nobody here sealed, or of another council
 */
export async function endCouncilTrip(
  c: Context,
  deps: TripDeps,
  state: string,
  community: string,
): Promise<CouncilTrip & { readonly secondsAway: number }> {
  if (!/^[\w-]{43}$/.test(state)) throw new CouncilSignInFailure('untrusted')
  const sealed = hostCookieIn(c, deps, cookieOf(state))
  if (!sealed) throw new CouncilSignInFailure('expired')
  deleteHostCookie(c, deps, cookieOf(state))
  const found = await opened(deps, sealed)
  if (found.remembered.state !== state || found.community !== community) {
    throw new CouncilSignInFailure('untrusted')
  }
  const secondsAway = (Date.parse(deps.clock.now()) - Date.parse(found.at)) / 1000
  if (secondsAway >= TRIP_MINUTES * 60) throw new CouncilSignInFailure('expired')
  return { ...found, secondsAway }
}

async function opened({ keys }: TripDeps, sealed: string): Promise<CouncilTrip> {
  try {
    return trip.parse(await unseal(keys, 'viche/council-sign-in/v1', sealed))
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new CouncilSignInFailure('untrusted')
    throw error
  }
}

/** The beginning of its state, so that trips in several tabs do not meet. */
function cookieOf(state: string): string {
  return `council-${state.slice(0, 12)}`
}
