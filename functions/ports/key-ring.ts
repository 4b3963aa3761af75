/**
 * Derives 32-byte keys by label from a root that never leaves it (KMS HMAC in the cloud, a key file locally).
 * The same label always gives the same key; a new label is how a key is rotated.
 */
export interface KeyRing {
  derive(label: KeyLabel): Promise<Uint8Array>
}

export type KeyLabel =
  | 'viche/token/v1'
  | 'viche/session/v1'
  | 'viche/challenge/v1'
  | 'viche/throttle/v1'
  | 'viche/draft/v1'
  | 'viche/contact/v1'
  | 'viche/follower/v1'
  | 'viche/form/v1'
