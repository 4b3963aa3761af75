import { errors } from 'jose'
import * as z from 'zod'
import { instantOf } from '../../../shared/calendar/day'
import { DomainError } from '../../../shared/problem'
import { later } from '../../../shared/staff/staff-session'
import type { Throttle } from '../../ports/throttle'
import { seal, unseal } from '../../signing/sealed'
import type { SessionDeps } from '../session'

/** How long somebody has to touch a key. */
export const CEREMONY_MINUTES = 5

const ceremony = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prove'), challenge: z.string() }),
  z.object({
    kind: z.literal('enrol'),
    challenge: z.string(),
    staffId: z.string(),
    /** Hash of the mailed link behind it, which is used up with the key; none within a session. */
    link: z.string().exactOptional(),
    /** The approved recovery behind the link. */
    recovery: z.string().exactOptional(),
  }),
])
export type Ceremony = z.output<typeof ceremony>
export type CeremonyOf<K extends Ceremony['kind']> = Extract<Ceremony, { kind: K }>

export interface CeremonyDeps extends Pick<SessionDeps, 'clock' | 'random' | 'keys'> {
  readonly throttle: Throttle
}

/** 32 fresh bytes, base64url. */
export function freshChallenge({ random }: Pick<CeremonyDeps, 'random'>): string {
  return Buffer.from(random.bytes(32)).toString('base64url')
}

/** Seals what a ceremony is about. Nothing is stored until it ends. */
export function sealCeremony(deps: CeremonyDeps, content: Ceremony): Promise<string> {
  return seal(deps.keys, 'viche/passkey/v1', {
    content,
    expiresAt: later(deps.clock.now(), CEREMONY_MINUTES),
  })
}

const sealedCeremony = z.object({ content: ceremony, expiresAt: z.string() })

/** @throws DomainError `passkey-too-late`; `passkey-refused` for what is broken, forged or of another kind */
export async function openCeremony<K extends Ceremony['kind']>(
  deps: CeremonyDeps,
  sealed: string,
  kind: K,
): Promise<CeremonyOf<K>> {
  const { content, expiresAt } = await opened(deps, sealed)
  if (content.kind !== kind) throw new DomainError('passkey-refused')
  if (deps.clock.now() >= expiresAt) throw new DomainError('passkey-too-late')
  return content as CeremonyOf<K>
}

async function opened({ keys }: CeremonyDeps, sealed: string): Promise<z.output<typeof sealedCeremony>> {
  try {
    return sealedCeremony.parse(await unseal(keys, 'viche/passkey/v1', sealed))
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) {
      throw new DomainError('passkey-refused')
    }
    throw error
  }
}

/** A challenge serves once. @throws DomainError `passkey-too-late` for one that was answered before */
export async function useChallenge({ throttle, clock }: CeremonyDeps, challenge: string): Promise<void> {
  const expiresAt = instantOf(Date.parse(clock.now()) + 60 * 60_000)
  const meter = { scope: 'address', hash: challenge, window: 'passkey', limit: 1, expiresAt } as const
  if (!(await throttle.count(meter))) throw new DomainError('passkey-too-late')
}
