import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import { DomainError } from '../../../shared/problem'
import { MOST_PASSKEYS, type Passkey } from '../../../shared/staff/passkey'
import type { StaffMember } from '../../../shared/staff/staff-member'
import {
  CEREMONY_MINUTES,
  type CeremonyOf,
  freshChallenge,
  openCeremony,
  sealCeremony,
  useChallenge,
} from './ceremony'
import { type ProveDeps, refuse } from './prove'
import { relyingParty } from './relying-party'

/** Ed25519, ES256 and RS256 (COSE, RFC 9053): what every system has, and what Node verifies without experiments. */
const ALGORITHMS = [-8, -7, -257] as const

/** What lets somebody add a key: a mailed link, or nothing but the session. */
export interface Admission {
  readonly member: StaffMember
  readonly link?: string
  readonly recovery?: string
}

/** Options of a new key: one that holds by itself whose it is, and that asks for finger, face or PIN. */
export async function enrolmentOptions(deps: ProveDeps, { member, ...behind }: Admission) {
  const { generateRegistrationOptions } = await import('@simplewebauthn/server')
  const challenge = freshChallenge(deps)
  const rp = relyingParty(deps)
  const known = behind.recovery === undefined ? await deps.passkeys.passkeys(member.id) : []
  if (known.length >= MOST_PASSKEYS) throw new DomainError('too-many-passkeys')
  const options = await generateRegistrationOptions({
    rpName: rp.name,
    rpID: rp.id,
    userName: member.email,
    userDisplayName: member.name,
    userID: new Uint8Array(Buffer.from(member.id)),
    challenge: new Uint8Array(Buffer.from(challenge, 'base64url')),
    timeout: CEREMONY_MINUTES * 60_000,
    attestationType: 'none',
    supportedAlgorithmIDs: [...ALGORITHMS],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports: [...transports] })),
  })
  const ceremony = await sealCeremony(deps, { kind: 'enrol', challenge, staffId: member.id, ...behind })
  return { ceremony, options }
}

/**
 * The key that answered a challenge (WebAuthn level 3, 7.1), not stored yet, and what stands behind it.
 * @param called what the member knows it by until they give it another name
 * @throws DomainError `passkey-too-late`, `passkey-refused`
 */
export async function enrolled(
  deps: ProveDeps,
  sealed: string,
  response: RegistrationResponseJSON,
  called: string,
): Promise<{ readonly passkey: Passkey; readonly ceremony: CeremonyOf<'enrol'> }> {
  const ceremony = await openCeremony(deps, sealed, 'enrol')
  await useChallenge(deps, ceremony.challenge)
  const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
  const { id: expectedRPID, origin: expectedOrigin } = relyingParty(deps)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: ceremony.challenge,
    expectedOrigin,
    expectedRPID,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...ALGORITHMS],
  }).catch(refuse)
  if (!verified) throw new DomainError('passkey-refused')
  const { credential, credentialDeviceType } = registrationInfo
  const passkey = {
    id: credential.id,
    staffId: ceremony.staffId,
    name: called,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports: credential.transports ?? [],
    synced: credentialDeviceType === 'multiDevice',
    createdAt: deps.clock.now(),
  }
  return { passkey, ceremony }
}
