import { createPublicKey, verify } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { LogSigner } from '../../../../functions/ports/log-signer'

/** The head of every Ed25519 key in SPKI (RFC 8410, section 4). */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex')

/** Whether a verifier that knows nothing of the signer accepts its signature. */
export function accepts(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const key = Buffer.concat([SPKI_HEAD, publicKey])
  return verify(null, message, createPublicKey({ key, format: 'der', type: 'spki' }), signature)
}

/** What every implementation of the port must keep. `open` gives a signer with a key of its own. */
export function logSignerContract(open: () => Promise<LogSigner>): void {
  describe('log signer', () => {
    const message = new TextEncoder().encode('petitions.example/log/1\n0\n47DEQpj8HBSa+/TImW+5JA==\n')

    test('its public key accepts its signatures, and only over the same bytes', async () => {
      const signer = await open()
      const [publicKey, signature] = [await signer.publicKey(), await signer.sign(message)]
      expect(publicKey).toHaveLength(32)
      expect(signature).toHaveLength(64)
      expect(accepts(publicKey, message, signature)).toBe(true)
      expect(accepts(publicKey, message.subarray(1), signature)).toBe(false)
    })

    test('the same message always has the same signature', async () => {
      const signer = await open()
      expect(await signer.sign(message)).toEqual(await signer.sign(message))
    })

    test('another signer’s key does not accept it', async () => {
      const [one, other] = [await open(), await open()]
      expect(accepts(await other.publicKey(), message, await one.sign(message))).toBe(false)
    })
  })
}
