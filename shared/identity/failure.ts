/** Why somebody who went to an identity provider cannot sign by it now; each has its words on a page. */
export const IDENTITY_FAILURES = [
  /** They turned back at the provider. */
  'cancelled',
  /** It took too long, or the way was gone already. */
  'expired',
  /** What came back is not the answer to what was asked, or nobody vouches for it. */
  'untrusted',
  /** The provider does not answer, or not as agreed. */
  'unavailable',
  /** The provider answers in an envelope that this installation cannot open. */
  'unreadable',
  /** The provider does not say the surname or the name. */
  'nameless',
  /** The name has characters that no name has. */
  'unusual-name',
  /** Nothing says who this is: neither tax nor register number nor an address that the provider has checked. */
  'unidentified',
] as const
export type IdentityFailureReason = (typeof IDENTITY_FAILURES)[number]

/** A provider did not say who somebody is. Nothing was written. The message never holds what it said. */
export class IdentityFailure extends Error {
  override readonly name = 'IdentityFailure'
  readonly reason: IdentityFailureReason

  constructor(reason: IdentityFailureReason, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
  }
}
