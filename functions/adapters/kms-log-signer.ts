import { createPublicKey } from 'node:crypto'
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms'
import type { LogKey, LogSigner } from '../ports/log-signer'
import { rawPublicKey } from './ed25519'

/**
 * Signs with an Ed25519 key that never leaves KMS. `ED25519_SHA_512` over the RAW message is plain Ed25519
 * (RFC 8032); the `PH` variant would sign a hash instead, and no verifier of signed notes knows that.
 */
export function kmsLogSigner(kms: KMSClient, keyId: string): LogSigner {
  return {
    ...kmsLogKey(kms, keyId),
    async sign(message) {
      const { Signature } = await kms.send(
        new SignCommand({
          KeyId: keyId,
          SigningAlgorithm: 'ED25519_SHA_512',
          MessageType: 'RAW',
          Message: message,
        }),
      )
      if (Signature?.length !== 64) throw new Error('KMS gave no 64-byte signature')
      return Signature
    },
  }
}

/** The public half alone, asked for once a process; a call that failed is forgotten. */
export function kmsLogKey(kms: KMSClient, keyId: string): LogKey {
  let known: Promise<Uint8Array> | undefined
  return {
    publicKey() {
      known ??= getPublicKey(kms, keyId).catch((error) => {
        known = undefined
        throw error
      })
      return known
    },
  }
}

async function getPublicKey(kms: KMSClient, KeyId: string): Promise<Uint8Array> {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }))
  if (!PublicKey) throw new Error('KMS gave no public key')
  return rawPublicKey(createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }))
}
