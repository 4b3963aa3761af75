/** A signature's public handle: `<petition id>.<person key, base64url>`. Only its signer learns it. */
export interface SignatureKey {
  readonly petitionId: string
  /** The nullifier, 32 bytes as base64url. */
  readonly personKey: string
}

export function signatureId({ petitionId, personKey }: SignatureKey): string {
  return `${petitionId}.${personKey}`
}

/** @returns undefined for what cannot be a signature's id */
export function parseSignatureId(id: string): SignatureKey | undefined {
  const match = /^([0-9a-z]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(id)
  return match?.[1] && match[2] ? { petitionId: match[1], personKey: match[2] } : undefined
}
