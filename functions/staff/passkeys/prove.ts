import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { DomainError } from '../../../shared/problem'
import type { StaffMember } from '../../../shared/staff/staff-member'
import type { PasskeyStore } from '../../ports/passkey-store'
import type { SessionDeps } from '../session'
import {
  CEREMONY_MINUTES,
  type CeremonyDeps,
  freshChallenge,
  openCeremony,
  sealCeremony,
  useChallenge,
} from './ceremony'
import { relyingParty } from './relying-party'

export interface ProveDeps extends SessionDeps, CeremonyDeps {
  readonly passkeys: PasskeyStore
}

/** Options of a sign-in: any key of this host will do, the key itself says whose it is. */
export async function proofOptions(deps: ProveDeps) {
  const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
  const challenge = freshChallenge(deps)
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(deps).id,
    challenge: Buffer.from(challenge, 'base64url'),
    userVerification: 'required',
    timeout: CEREMONY_MINUTES * 60_000,
  })
  return { ceremony: await sealCeremony(deps, { kind: 'prove', challenge }), options }
}

/**
 * Who answered a challenge with a key of theirs (WebAuthn level 3, 7.2).
 * @throws DomainError `passkey-too-late`, `passkey-refused`
 */
export async function proved(
  deps: ProveDeps,
  sealed: string,
  response: AuthenticationResponseJSON,
): Promise<StaffMember> {
  const { challenge } = await openCeremony(deps, sealed, 'prove')
  await useChallenge(deps, challenge)
  const staffId = Buffer.from(response.response.userHandle ?? '', 'base64url').toString()
  if (staffId === '') throw new DomainError('passkey-refused')
  const passkey = await deps.passkeys.passkey(staffId, response.id)
  const member = await deps.staff.staff(staffId)
  if (!passkey || !member) throw new DomainError('passkey-refused')
  const counter = await counterOf(deps, challenge, response, passkey)
  if (!(await deps.passkeys.used(passkey, counter, deps.clock.now())))
    throw new DomainError('passkey-refused')
  return member
}

type Stored = NonNullable<Awaited<ReturnType<PasskeyStore['passkey']>>>

/** What the key has counted, after a look that the answer is its own. */
async function counterOf(
  deps: ProveDeps,
  expectedChallenge: string,
  response: AuthenticationResponseJSON,
  { id, publicKey, counter }: Stored,
): Promise<number> {
  const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(deps)
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin,
    expectedRPID,
    credential: { id, publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')), counter },
    requireUserVerification: true,
  }).catch(refuse)
  if (!verified) throw new DomainError('passkey-refused')
  return authenticationInfo.newCounter
}

/** The library throws at whatever does not fit: all of it is one refusal. */
export function refuse(): never {
  throw new DomainError('passkey-refused')
}
