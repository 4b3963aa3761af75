import { createHmac } from 'node:crypto'
import { CompactEncrypt, compactDecrypt } from 'jose'
import * as z from 'zod'
import { LOCALES } from '../../shared/locale'
import type { KeyRing } from '../ports/key-ring'

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
 * What one address is known by among a petition's followers: HMAC-SHA256 under a key of its own, as base64url. It
 * leads neither to a signature nor to the same person's other petitions.
 */
export async function followerKey(
  keys: KeyRing,
  { petitionId, email }: Pick<FollowerAddress, 'petitionId' | 'email'>,
): Promise<string> {
  const key = await keys.derive('viche/follower/v1')
  return createHmac('sha256', key).update(`${petitionId}\0${email}`).digest('base64url')
}

/** Encrypts a follower's address together with its place: JWE (RFC 7516), `dir`, A256GCM. */
export async function sealFollower(keys: KeyRing, address: FollowerAddress): Promise<string> {
  const follower = await followerKey(keys, address)
  const { petitionId, email, locale } = address
  return new CompactEncrypt(new TextEncoder().encode(JSON.stringify({ petitionId, follower, email, locale })))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
    .encrypt(await keys.derive('viche/contact/v1'))
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
  const { plaintext } = await compactDecrypt(sealed, await keys.derive('viche/contact/v1'))
  const { follower, ...address } = content.parse(JSON.parse(new TextDecoder().decode(plaintext)))
  if (address.petitionId !== place.petitionId || follower !== place.key) {
    throw new Error('an address lies with another follower')
  }
  return address
}
