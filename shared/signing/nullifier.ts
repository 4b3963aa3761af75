import { concat, utf8 } from '../tlog/bytes'

const LABEL = 'viche/nullifier/v1\0'

/**
 * What a petition's key authenticates into a person key: label ‖ lp(origin) ‖ lp(person id),
 * lp = uint16 big-endian length prefix over UTF-8. The person key is HMAC-SHA256 over it.
 * @param origin name of the petition's signature log
 * @param personId e.g. `email:oksana@example.org`
 */
export function nullifierMessage(origin: string, personId: string): Uint8Array {
  return concat([utf8(LABEL), lengthPrefixed(origin), lengthPrefixed(personId)])
}

/** @throws RangeError above 65,535 bytes */
export function lengthPrefixed(text: string): Uint8Array {
  const bytes = utf8(text)
  if (bytes.length > 0xffff) throw new RangeError('too long for a 16-bit length prefix')
  return concat([Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes])
}
