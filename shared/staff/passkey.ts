import type { Instant } from '../calendar/day'

/** A member's key for signing in (WebAuthn level 3): the public half, and what the member knows it by. */
export interface Passkey {
  /** The credential's id, base64url. */
  readonly id: string
  readonly staffId: string
  readonly name: string
  /** COSE key (RFC 9052), base64url. */
  readonly publicKey: string
  /** What the authenticator counted at its last use; it stays 0 for keys that are kept on several devices. */
  readonly counter: number
  readonly transports: readonly string[]
  /** Whether the key is kept on several devices, so that losing one does not lose it. */
  readonly synced: boolean
  readonly createdAt: Instant
  readonly lastUsedAt?: Instant
}

/** Keys that one member may have. */
export const MOST_PASSKEYS = 10
