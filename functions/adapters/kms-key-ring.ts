import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms'
import type { KeyLabel, KeyRing } from '../ports/key-ring'
import { keyRing } from './key-ring'

/**
 * Keys derived by HMAC keys that never leave KMS.
 * @param rootKeyIds comma-separated, the root in force first
 */
export function kmsKeyRing(kms: KMSClient, rootKeyIds: string): KeyRing {
  return keyRing(rootKeyIds.split(',').map((id) => (label) => generateMac(kms, id, label)))
}

async function generateMac(kms: KMSClient, KeyId: string, label: KeyLabel): Promise<Uint8Array> {
  const Message = new TextEncoder().encode(label)
  const { Mac } = await kms.send(new GenerateMacCommand({ KeyId, MacAlgorithm: 'HMAC_SHA_256', Message }))
  if (Mac?.length !== 32) throw new Error('KMS gave no 32-byte MAC')
  return Mac
}
