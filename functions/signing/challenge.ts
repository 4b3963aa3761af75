import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Challenge, createChallenge, type Payload, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import * as z from 'zod'
import type { WorkSettings } from '../../shared/admission/work'
import type { Instant } from '../../shared/calendar/day'
import { DomainError } from '../../shared/problem'
import { canonicalAddress } from '../../shared/signing/canonical-address'
import type { KeyRing } from '../ports/key-ring'
import type { Random } from '../ports/random'

/** What a challenge is good for, and nothing else. */
export interface ChallengeBinding {
  readonly purpose: 'sign' | 'submit'
  readonly petitionId?: string
  /** Normalised address. */
  readonly email: string
}

export interface ChallengeSettings extends WorkSettings {
  readonly minimumSeconds: number
}

/** A challenge that was answered rightly. */
export interface AnsweredChallenge {
  readonly id: string
  readonly issuedAt: Instant
  /** How many times the work of a quiet hour was done. */
  readonly factor: number
  readonly ageSeconds: number
}

/** How long an open form may be filled in. */
export const CHALLENGE_MINUTES = 20

const payloadSchema = z.object({
  challenge: z.object({
    parameters: z
      .object({
        algorithm: z.literal('PBKDF2/SHA-256'),
        nonce: z.string().regex(/^[0-9a-f]{32}$/),
        salt: z.string().regex(/^[0-9a-f]{32}$/),
        cost: z.number(),
        keyLength: z.number(),
        keyPrefix: z.string(),
        keySignature: z.string(),
        data: z.strictObject({
          /** Which of our keys made it. */
          key: z.string(),
          purpose: z.string(),
          petition: z.string().optional(),
          address: z.string(),
          issuedAt: z.number(),
          factor: z.number(),
        }),
      })
      .strict(),
    signature: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string().max(128), time: z.number().optional() }),
})

/**
 * A proof of work (ALTCHA v2, PBKDF2/SHA-256, a secret random counter) that serves one purpose,
 * petition and address. Its data holds only a keyed hash of the address, and how hard it is: all of it is signed, so
 * that nobody can ask less of themselves.
 * @param factor from `workFactor`; it makes attempts more, not dearer, so that checking the answer costs the same
 */
export async function issueChallenge(
  keys: KeyRing,
  random: Random,
  settings: ChallengeSettings,
  binding: ChallengeBinding,
  factor: number,
  now: Instant,
): Promise<Challenge> {
  const [inForce] = await keys.generations('viche/challenge/v1')
  const { id, key } = inForce!
  return createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    deriveKey,
    cost: settings.cost,
    counter: 1 + (new DataView(random.bytes(4).buffer).getUint32(0) % (settings.counter * factor)),
    data: { key: id, ...boundTo(key, binding), issuedAt: Date.parse(now), factor },
    ...secrets(key),
  })
}

/**
 * Checks an answer: its signature, age, purpose, petition and address, and the work done.
 * That it serves once is for the throttle to hold.
 * @param payload base64 of JSON `{challenge, solution}`, as ALTCHA's widget sends it
 * @throws DomainError `challenge-failed`, `challenge-expired`, `too-fast`
 */
export async function checkChallenge(
  keys: KeyRing,
  settings: Pick<ChallengeSettings, 'minimumSeconds'>,
  binding: ChallengeBinding,
  payload: string,
  now: Instant,
): Promise<AnsweredChallenge> {
  const answer = decodePayload(payload)
  const key = await keyOf(keys, answer.challenge.parameters.data.key)
  const { verified } = await verifySolution({ ...(answer as Payload), deriveKey, ...secrets(key) })
  const { data, nonce } = answer.challenge.parameters
  if (!verified || !matches(data, boundTo(key, binding))) throw new DomainError('challenge-failed')
  const age = (Date.parse(now) - data.issuedAt) / 1000
  if (age > CHALLENGE_MINUTES * 60) throw new DomainError('challenge-expired')
  if (age < settings.minimumSeconds) {
    throw new DomainError('too-fast', { retryAfter: settings.minimumSeconds - age })
  }
  const issuedAt = new Date(data.issuedAt).toISOString()
  return { id: nonce, issuedAt, factor: data.factor, ageSeconds: age }
}

/** The key that made a challenge: of the root in force, or of one that was rotated while the form was open. */
async function keyOf(keys: KeyRing, id: string): Promise<Uint8Array> {
  const made = (await keys.generations('viche/challenge/v1')).find((one) => one.id === id)
  if (!made) throw new DomainError('challenge-failed')
  return made.key
}

function decodePayload(payload: string): z.output<typeof payloadSchema> {
  try {
    return payloadSchema.parse(JSON.parse(Buffer.from(payload, 'base64').toString('utf8')))
  } catch {
    throw new DomainError('challenge-failed')
  }
}

/** Two secrets of one key: for the challenge and for its answer. */
function secrets(key: Uint8Array) {
  const secret = (label: string) => createHmac('sha256', key).update(label).digest('hex')
  return { hmacSignatureSecret: secret('signature'), hmacKeySignatureSecret: secret('answer') }
}

type Bound = { purpose: string; petition?: string | undefined; address: string }

function boundTo(key: Uint8Array, { purpose, petitionId, email }: ChallengeBinding) {
  const address = createHmac('sha256', key)
    .update(`address\0${canonicalAddress(email)}`)
    .digest('hex')
    .slice(0, 32)
  return petitionId === undefined ? { purpose, address } : { purpose, petition: petitionId, address }
}

function matches(data: Bound, expected: Bound): boolean {
  const canonical = (bound: Bound) =>
    Buffer.from(JSON.stringify([bound.purpose, bound.petition, bound.address]))
  const [a, b] = [canonical(data), canonical(expected)]
  return a.length === b.length && timingSafeEqual(a, b)
}
