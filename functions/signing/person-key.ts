import { createHmac } from 'node:crypto'
import { nullifierMessage } from '../../shared/signing/nullifier'

/**
 * The nullifier that makes one person sign one petition once: HMAC-SHA256, as base64url. Without the
 * petition's key nobody can tell whose it is, or link it to another petition.
 */
export function personKey(petitionKey: Uint8Array, origin: string, personId: string): string {
  return createHmac('sha256', petitionKey).update(nullifierMessage(origin, personId)).digest('base64url')
}
