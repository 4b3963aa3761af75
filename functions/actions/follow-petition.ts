import type { Instant } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { DomainError } from '../../shared/problem'
import type { Clock } from '../ports/clock'
import type { FollowerStore } from '../ports/follower-store'
import type { KeyRing } from '../ports/key-ring'
import type { PetitionStore } from '../ports/petition-store'
import type { Throttle } from '../ports/throttle'
import { followerKeys, sealFollower } from '../signing/follower'
import { secondsLeft, updatesMeter } from '../signing/meters'

export interface FollowDeps {
  readonly clock: Clock
  readonly keys: KeyRing
  readonly throttle: Pick<Throttle, 'count'>
  readonly petitions: Pick<PetitionStore, 'load'>
  readonly followers: FollowerStore
}

/** Whose address a mailed link has proven. */
export interface ProvenAddress {
  readonly petitionId: string
  readonly email: string
}

/** How often one address may begin to follow one petition within a day. */
const TIMES_A_DAY = 20

/**
 * Has the petition's news mailed to an address. The same address again is the same follower.
 * @param since what happened before is not told
 * @throws DomainError `petition-not-found`, `names-erased` where its addresses are no longer kept, `too-many-requests`
 */
export async function followPetition(
  deps: FollowDeps,
  { petitionId, email }: ProvenAddress,
  locale: Locale,
  since: Instant = deps.clock.now(),
): Promise<void> {
  const now = deps.clock.now()
  const petition = await deps.petitions.load(petitionId)
  if (!petition?.keepUntil) throw new DomainError('petition-not-found')
  if (petition.namesErasedAt !== undefined || petition.keepUntil <= now) throw new DomainError('names-erased')
  const meter = updatesMeter(await deps.keys.derive('viche/throttle/v1'), petitionId, email, now, TIMES_A_DAY)
  if (!(await deps.throttle.count(meter))) {
    throw new DomainError('too-many-requests', { retryAfter: secondsLeft(meter, now) })
  }
  const key =
    (await placeOf(deps, { petitionId, email })) ?? (await followerKeys(deps.keys, { petitionId, email }))[0]
  const sealed = await sealFollower(deps.keys, key, { petitionId, email, locale })
  await deps.followers.put(petitionId, { key, sealed, since }, petition.keepUntil)
}

/** Ends it, as often as it is asked for: what is sent from now on does not go there. Never refused. */
export async function unfollowPetition(
  deps: Pick<FollowDeps, 'keys' | 'followers'>,
  address: ProvenAddress,
): Promise<void> {
  for (const key of await followerKeys(deps.keys, address))
    await deps.followers.delete(address.petitionId, key)
}

export async function isFollowing(
  deps: Pick<FollowDeps, 'keys' | 'followers' | 'clock'>,
  address: ProvenAddress,
): Promise<boolean> {
  return (await placeOf(deps, address)) !== undefined
}

/** Where the address lies among the followers already; a new one comes under the root in force. */
async function placeOf(
  deps: Pick<FollowDeps, 'keys' | 'followers' | 'clock'>,
  address: ProvenAddress,
): Promise<string | undefined> {
  for (const key of await followerKeys(deps.keys, address)) {
    if (await deps.followers.get(address.petitionId, key, deps.clock.now())) return key
  }
  return undefined
}
