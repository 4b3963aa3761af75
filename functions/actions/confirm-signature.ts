import type { Instant } from '../../shared/calendar/day'
import { DomainError } from '../../shared/problem'
import { personIdOf } from '../../shared/signing/person-id'
import { assertAccepted, assertSignable } from '../../shared/signing/signable'
import type { SignatureKey } from '../../shared/signing/signature-id'
import { decodeTraits, type SignatureTraits } from '../../shared/signing/traits'
import type { Clock } from '../ports/clock'
import type { Random } from '../ports/random'
import type { NewSignature, SignatureStore } from '../ports/signature-store'
import type { LinkOf } from '../signing/link-token'
import { personKey } from '../signing/person-key'
import { type PetitionCache, petitionToSign } from '../signing/petition-cache'

export interface ConfirmSignatureDeps {
  readonly clock: Clock
  readonly random: Random
  readonly cache: PetitionCache
  readonly signatures: SignatureStore
}

export interface ConfirmedSignature {
  readonly key: SignatureKey
  readonly confirmedAt: Instant
  /** False when the same person had signed before: then everything is as it was then. */
  readonly created: boolean
}

/** What a signature is made of, however its person was identified. */
export interface Signing extends Pick<NewSignature, 'petitionId' | 'person' | 'level' | 'traits'> {
  /** From `personIdOf`; it goes into the key alone. */
  readonly personId: string
}

/** Signs as the holder of a mailed link. @throws DomainError as `sign` */
export function confirmSignature(
  deps: ConfirmSignatureDeps,
  link: LinkOf<'sign'>,
): Promise<ConfirmedSignature> {
  const { petitionId, person, email } = link
  const traits = traitsOf(link, deps.clock.now())
  const personId = personIdOf({ email })
  return sign(deps, { petitionId, person, personId, level: 'email', ...(traits && { traits }) })
}

/**
 * Signs (R6): one conditional put on a key made of petition and person. The same person again gets the
 * same answer, by any way and even after the end.
 * @throws DomainError `petition-not-found`, `petition-withdrawn`, `petition-not-open`, `collection-ended`,
 *   `identity-not-accepted`
 */
export async function sign(deps: ConfirmSignatureDeps, signing: Signing): Promise<ConfirmedSignature> {
  const { petitionId, personId, level } = signing
  const now = deps.clock.now()
  const petition = await petitionToSign(deps.cache, petitionId, now)
  const petitionKey = await deps.cache.key(petitionId)
  if (!petition || !petitionKey) throw new DomainError('petition-not-found')
  if (!petition.logOrigin) throw new DomainError('petition-not-open')
  const key = { petitionId, personKey: personKey(petitionKey, petition.logOrigin, personId) }
  try {
    assertSignable(petition, now)
    assertAccepted(petition, level)
  } catch (refusal) {
    return standing(deps, key, refusal)
  }
  return write(deps, key, signing, now)
}

async function write(
  deps: ConfirmSignatureDeps,
  key: SignatureKey,
  { person, level, traits }: Signing,
  confirmedAt: Instant,
): Promise<ConfirmedSignature> {
  const salts = deps.random.bytes(64)
  const before = await deps.signatures.add({
    ...key,
    person,
    confirmedAt,
    nameSalt: salts.subarray(0, 32),
    personSalt: salts.subarray(32),
    level,
    ...(traits && { traits }),
  })
  return answer(key, before?.confirmedAt ?? confirmedAt, before === undefined)
}

/** A person needs longer to open the mail, read and press. */
const FAST_MS = 8000

function traitsOf({ traits, askedAt }: LinkOf<'sign'>, now: Instant): SignatureTraits | undefined {
  const seen = decodeTraits(traits)
  const isFast = askedAt !== undefined && Date.parse(now) - askedAt < FAST_MS
  return seen && isFast ? { ...seen, marks: [...seen.marks, 'fast'] } : seen
}

/** The person's signature where it stands already, else the refusal. */
async function standing(
  deps: ConfirmSignatureDeps,
  key: SignatureKey,
  refusal: unknown,
): Promise<ConfirmedSignature> {
  const before = await deps.signatures.find(key)
  if (!before) throw refusal
  return answer(key, before.confirmedAt, false)
}

function answer(key: SignatureKey, confirmedAt: Instant, created: boolean): ConfirmedSignature {
  return { key, confirmedAt, created }
}
