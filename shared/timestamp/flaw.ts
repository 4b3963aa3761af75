/** What is wrong with a time stamp; stable words. */
export type TimeStampFlaw =
  /** No RFC 3161 response, or one that breaks off. */
  | 'malformed'
  /** The authority says it has not stamped. */
  | 'refused'
  /** It stamps other data than these. */
  | 'wrong-data'
  /** It answers another request. */
  | 'wrong-nonce'
  /** Its time is too far from the time of asking. */
  | 'wrong-time'
  | 'several-signers'
  /** Not signed by its certificate, or with a broken hash. */
  | 'bad-signature'
  /** The signature names another certificate than the one it comes with (RFC 5035). */
  | 'wrong-certificate'
  /** The certificate is not for time stamping and nothing else (RFC 3161, 2.3). */
  | 'not-a-time-stamping-certificate'
  /** No path of certificates leads to a known root. */
  | 'unknown-authority'
  /** A certificate on the path was not valid when the stamp was made. */
  | 'expired-certificate'

/** Ends a verification; never leaves this folder. */
export class Flawed extends Error {
  override readonly name = 'Flawed'

  constructor(readonly flaw: TimeStampFlaw) {
    super(flaw)
  }
}

/** @throws Flawed unless `holds` */
export function demand(holds: boolean, flaw: TimeStampFlaw): asserts holds {
  if (!holds) throw new Flawed(flaw)
}
