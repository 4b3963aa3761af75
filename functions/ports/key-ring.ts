/** A key derived from one root. */
export interface DerivedKey {
  /** Names the key and tells nothing of it; stands as `kid` in what it seals. */
  readonly id: string
  /** 32 bytes. */
  readonly key: Uint8Array
}

/**
 * Derives 32-byte keys by label from a root that never leaves it (KMS HMAC in the cloud, a key file locally).
 * The same label and root always give the same key. A ring may hold retired roots beside the one in force:
 * they open what they sealed, and seal nothing any more.
 */
export interface KeyRing {
  /** From the root in force. */
  derive(label: KeyLabel): Promise<Uint8Array>
  /** From every root of the ring, the one in force first. */
  generations(label: KeyLabel): Promise<readonly DerivedKey[]>
}

export type KeyLabel =
  | 'viche/token/v1'
  | 'viche/session-network/v1'
  | 'viche/passkey/v1'
  | 'viche/challenge/v1'
  | 'viche/throttle/v1'
  | 'viche/draft/v1'
  | 'viche/contact/v1'
  | 'viche/follower/v1'
  | 'viche/form/v1'
  | 'viche/audit/v1'
  | 'viche/petition/v1'
  | 'viche/identity/v1'
  | 'viche/webhook/v1'
  | 'viche/council-sign-in/v1'
