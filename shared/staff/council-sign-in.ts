/** Why somebody who came back from their council's provider is not let in; each has its words on a page. */
export const COUNCIL_FAILURES = [
  /** They turned back at the provider. */
  'cancelled',
  /** It took too long, or the way was gone already. */
  'expired',
  /** What came back is not the answer to what was asked. */
  'untrusted',
  /** The provider does not answer, or not as agreed. */
  'unavailable',
  /** The provider names no address, or has not checked it. */
  'unverified',
  /** They did not sign in there anew. */
  'stale',
  /** They signed in there in a weaker way than the council asks for. */
  'weak',
  /** Nobody of that address holds a role in that council: the same for strangers and for staff of others. */
  'no-access',
] as const
export type CouncilFailureReason = (typeof COUNCIL_FAILURES)[number]

/** A council's provider let nobody in. The message never holds what it said. */
export class CouncilSignInFailure extends Error {
  override readonly name = 'CouncilSignInFailure'
  readonly reason: CouncilFailureReason

  constructor(reason: CouncilFailureReason, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}

/** What a provider says of whom it has just let in. */
export interface Vouched {
  /** Absent where it has not checked it. */
  readonly email?: string
  /** How they proved who they are (Authentication Context Class Reference). */
  readonly acr?: string
  /** Seconds from that proof to its answer; absent where it does not tell. */
  readonly proofAge?: number
}

/** What the clocks of two machines, and a browser on its way, may add. */
const SLACK_SECONDS = 60

/** However long somebody stays away, an older proof is none. */
const MOST_SECONDS = 5 * 60

/**
 * The address that a provider vouches for.
 * @param acr one of which the council asks for; none for any
 * @param away seconds since the browser was sent there: the proof is not older
 * @throws CouncilSignInFailure `stale`, `weak`, `unverified`
 */
export function vouchedEmail(vouched: Vouched, acr: string | undefined, away: number): string {
  const { email, proofAge } = vouched
  const fresh = proofAge !== undefined && proofAge <= Math.min(away + SLACK_SECONDS, MOST_SECONDS)
  if (!fresh) throw new CouncilSignInFailure('stale')
  if (acr !== undefined && vouched.acr !== acr) throw new CouncilSignInFailure('weak')
  if (email === undefined) throw new CouncilSignInFailure('unverified')
  return email
}
