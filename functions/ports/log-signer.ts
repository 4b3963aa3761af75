/** The public half of the platform's one Ed25519 key (RFC 8032). */
export interface LogKey {
  /** 32 bytes. */
  publicKey(): Promise<Uint8Array>
}

/**
 * Signs checkpoints with the platform's key, which never leaves it: KMS in the cloud, a key file on one machine.
 * The same message always gives the same signature.
 */
export interface LogSigner extends LogKey {
  /** @returns 64 bytes over exactly `message`, without hashing it first */
  sign(message: Uint8Array): Promise<Uint8Array>
}
