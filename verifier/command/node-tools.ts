import { createHash, createPublicKey, verify } from 'node:crypto'
import { toBase64 } from '../../shared/tlog/bytes'
import { stampsBy } from '../time-stamps'
import type { Tools } from '../tools'

/** Cryptography by Node 20 or later. */
export const nodeTools: Tools = {
  sha256: (data) => createHash('sha256').update(data).digest(),
  verifyEd25519: (publicKey, message, signature) => {
    try {
      const x = toBase64(publicKey).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
      const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
      return verify(null, message, key, signature)
    } catch {
      return false
    }
  },
  stampsBy,
}
