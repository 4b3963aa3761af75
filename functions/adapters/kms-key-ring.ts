import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import type { KeyLabel, KeyRing } from '../ports/key-ring'

/**
 * Keys derived by an HMAC key that never leaves KMS. A derived key is asked for once a process;
 * a call that failed is forgotten, so that the next one asks again.
 */
export function kmsKeyRing(kms: KMSClient, rootKeyId: string): KeyRing {
  const derived = new Map<KeyLabel, Promise<Uint8Array>>()
  return {
    derive(label) {
      const known = derived.get(label)
      if (known) return known
      const asked = generateMac(kms, rootKeyId, label)
      derived.set(label, asked)
      asked.catch(() => derived.delete(label))
      return asked
    },
  }
}

async function generateMac(kms: KMSClient, KeyId: string, label: string): Promise<Uint8Array> {
  const Message = new TextEncoder().encode(label)
  const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message }))
  if (Mac?.length !== 32) throw new Error('KMS gave no 32-byte MAC')
  return Mac
}
