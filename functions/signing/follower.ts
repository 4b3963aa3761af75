import { createHmac } from 'node:crypto'
import * as z from 'zod'
import { LOCALES } from '../../shared/locale'
import type { KeyRing } from '../ports/key-ring'
import { seal, unseal } from './sealed'

const content = z.strictObject({
  petitionId: z.string(),
  follower: z.string(),
  email: z.string(),
  locale: z.enum(LOCALES),
})

/** Where to reach a follower, and in which language. */
export interface FollowerAddress {
  readonly petitionId: string
  /** Normalised address. */
  readonly email: string
  readonly locale: (typeof LOCALES)[number]
}

/**
 * What one address may be known by among a petition's followers: HMAC-SHA256 under a key of its own, as base64url;
 * first by the root in force, then by those it may have come under before. None leads to a signature or to the same
 * person's other petitions.
 */
export async function followerKeys(
  keys: KeyRing,
  { petitionId, email }: Pick<FollowerAddress, 'petitionId' | 'email'>,
): Promise<readonly [string, ...string[]]> {
  const generations = await keys.generations('viche/follower/v1')
  const [inForce, ...retired] = generations.map(({ key }) =>
    createHmac('sha256', key).update(`${petitionId}\0${email}`).digest('base64url'),
  )
  return [inForce!, ...retired]
}

/** Encrypts a follower's address together with its place. @param follower one of its `followerKeys` */
export function sealFollower(keys: KeyRing, follower: string, address: FollowerAddress): Promise<string> {
  const { petitionId, email, locale } = address
  return seal(keys, 'viche/contact/v1', { petitionId, follower, email, locale })
}

/**
 * The address that lies in this place.
 * @throws JOSEError or ZodError when it is not what was sealed, Error when it belongs elsewhere
 */
export async function openFollower(
  keys: KeyRing,
  sealed: string,
  place: { readonly petitionId: string; readonly key: string },
): Promise<FollowerAddress> {
  const { follower, ...address } = content.parse(await unseal(keys, 'viche/contact/v1', sealed))
  if (address.petitionId !== place.petitionId || follower !== place.key) {
    throw new Error('an address lies with another follower')
  }
  return address
}
