import type { Context } from 'hono'
import { errors } from 'jose'
import * as z from 'zod'
import { instantOf } from '../../../shared/calendar/day'
import { IDENTITIES } from '../../../shared/community/settings'
import { IdentityFailure } from '../../../shared/identity/failure'
import { LOCALES } from '../../../shared/locale'
import { deleteHostCookie, hostCookieIn, setHostCookie } from '../../http/host-cookie'
import type { Clock } from '../../ports/clock'
import type { KeyRing } from '../../ports/key-ring'
import { seal, unseal } from '../../signing/sealed'

/** How long one may take at the provider, and then over the button. */
const TRIP_MINUTES = 15

const level = z.enum(IDENTITIES).exclude(['email'])
const person = z.object({
  surname: z.string(),
  givenName: z.string(),
  patronymic: z.string().exactOptional(),
})
const common = { level, locale: z.enum(LOCALES) }

const trip = z.discriminatedUnion('stage', [
  /** The browser is at the provider. */
  z.object({
    stage: z.literal('away'),
    ...common,
    /** What they want to sign; absent where they want to open a page of their own. */
    petitionId: z.string().exactOptional(),
    remembered: z.object({ state: z.string(), secrets: z.record(z.string(), z.string()) }),
  }),
  /** It is back, and the provider has said who it is; the button is still to be pressed. */
  z.object({
    stage: z.literal('back'),
    ...common,
    petitionId: z.string(),
    person,
    personId: z.string(),
    form: z.string(),
  }),
])

/** Somebody's way to a provider and back. */
export type Trip = z.output<typeof trip>
export type TripAt<S extends Trip['stage']> = Extract<Trip, { stage: S }>

/** Its public name: the beginning of its state, so that trips in several tabs do not meet. */
export function tripId(state: string): string {
  return state.slice(0, 12)
}

const keptTrip = z.object({ trip, until: z.iso.datetime() })
type Kept = z.output<typeof keptTrip>

export interface TripDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly publicUrl: string
}

/**
 * Keeps a trip in the browser that makes it, and nowhere else: sealed, out of reach of scripts, sent with no request that
 * another site makes but for following a link here, of no use after a quarter of an hour.
 */
export async function keepTrip(c: Context, deps: TripDeps, id: string, kept: Trip): Promise<void> {
  const until = instantOf(Date.parse(deps.clock.now()) + TRIP_MINUTES * 60_000)
  const sealed = await seal(deps.keys, 'viche/identity/v1', { trip: kept, until } satisfies Kept)
  setHostCookie(c, deps, cookieOf(id), sealed, TRIP_MINUTES * 60)
}

/** @throws IdentityFailure `expired` without a trip of this name at this stage; `untrusted` for one nobody here sealed */
export async function tripIn<S extends Trip['stage']>(
  c: Context,
  deps: TripDeps,
  id: string,
  stage: S,
): Promise<TripAt<S>> {
  const sealed = isId(id) ? hostCookieIn(c, deps, cookieOf(id)) : undefined
  if (!sealed) throw new IdentityFailure('expired')
  const { trip: found, until } = await opened(deps, sealed)
  if (until <= deps.clock.now() || found.stage !== stage) throw new IdentityFailure('expired')
  return found as TripAt<S>
}

export function forgetTrip(c: Context, deps: TripDeps, id: string): void {
  if (isId(id)) deleteHostCookie(c, deps, cookieOf(id))
}

async function opened({ keys }: TripDeps, sealed: string): Promise<Kept> {
  try {
    return keptTrip.parse(await unseal(keys, 'viche/identity/v1', sealed))
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new IdentityFailure('untrusted')
    throw error
  }
}

function isId(id: string): boolean {
  return /^[\w-]{12}$/.test(id)
}

function cookieOf(id: string): string {
  return `identity-${id}`
}
