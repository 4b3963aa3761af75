import { createPublicKey, verify } from 'node:crypto'
import type { VerifyEd25519 } from '../../../shared/tlog/note'

const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export const verifyEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' })
  return verify(null, message, key, signature)
}
