const utf8 = new TextEncoder()
const LABEL = 'viche/nullifier/v1\0'

/**
 * What a petition's key authenticates into a person key: label ‖ lp(origin) ‖ lp(person id),
 * lp = uint16 big-endian length prefix over UTF-8. The person key is HMAC-SHA256 over it.
 * @param origin name of the petition's signature log
 * @param personId e.g. `email:oksana@example.org`
 */
export function nullifierMessage(origin: string, personId: string): Uint8Array {
  return concat([utf8.encode(LABEL), lengthPrefixed(origin), lengthPrefixed(personId)])
}

/** @throws RangeError above 65,535 bytes */
export function lengthPrefixed(text: string): Uint8Array {
  const bytes = utf8.encode(text)
  if (bytes.length > 0xffff) throw new RangeError('too long for a 16-bit length prefix')
  return concat([Uint8Array.of(bytes.length >> 8, bytes.length & 0xff), bytes])
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    whole.set(part, offset)
    offset += part.length
  }
  return whole
}
