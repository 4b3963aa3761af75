import { Integer, OctetString } from 'asn1js'
import { AlgorithmIdentifier, MessageImprint, TimeStampReq } from 'pkijs'
import { OID } from './object-identifiers'

export const NONCE_BYTES = 16

/**
 * A request for a stamp over the SHA-256 of `data`, with the authority's certificate in the answer (RFC 3161, 2.4.1).
 * @param nonce 16 random bytes that tie the answer to this request
 * @returns DER, for a body of type application/timestamp-query
 */
export async function timeStampRequest(data: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  if (nonce.length !== NONCE_BYTES) throw new RangeError(`a nonce has ${NONCE_BYTES} bytes`)
  const request = new TimeStampReq({
    version: 1,
    messageImprint: new MessageImprint({
      hashAlgorithm: new AlgorithmIdentifier({ algorithmId: OID.sha256 }),
      hashedMessage: new OctetString({ valueHex: await sha256(data) }),
    }),
    nonce: new Integer({ valueHex: Uint8Array.from(nonceNumber(nonce)).buffer }),
    certReq: true,
  })
  return new Uint8Array(request.toSchema().toBER())
}

/** The nonce as a number that DER writes the same way everywhere: positive, and without zeros at its front. */
export function nonceNumber(nonce: Uint8Array): Uint8Array {
  return nonce.map((byte, place) => (place === 0 ? (byte & 0x7f) | 0x40 : byte))
}

export function sha256(data: Uint8Array): Promise<ArrayBuffer> {
  return crypto.subtle.digest('SHA-256', Uint8Array.from(data))
}
