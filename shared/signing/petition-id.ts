/** Crockford's base32, lower case: no i, l, o, u, so that an id can be read out aloud. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random bytes that an id needs. */
export const PETITION_ID_BYTES = 10

/** A petition's id: 10 characters, 50 random bits. */
export function petitionId(random: Uint8Array): string {
  return Array.from(random.subarray(0, PETITION_ID_BYTES), (byte) => ALPHABET[byte & 31]).join('')
}
