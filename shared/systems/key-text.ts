/**
 * What a key looks like: `viche_<id, 8>_<secret, 32><checksum, 7>`, lower-case letters and digits without those that
 * look alike. Scanners of leaked secrets know it by its beginning, and by a checksum that nothing else fulfils.
 */
const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'
const FORM = /^viche_([a-km-np-z2-9]{8})_([a-km-np-z2-9]{32})([a-km-np-z2-9]{7})$/

/** Random bytes that a key takes: 5 for its id, 20 for its secret. */
export const KEY_BYTES = 25

/** A key of 160 random bits, and the id by which it is known. @param random `KEY_BYTES` of them */
export function newKey(random: Uint8Array): { readonly id: string; readonly text: string } {
  const id = lettersOf(random.subarray(0, 5))
  const secret = lettersOf(random.subarray(5, KEY_BYTES))
  const body = `viche_${id}_${secret}`
  return { id, text: body + checksum(body) }
}

/** The id of a key that is written as one; undefined for anything else, so that nothing has to be looked up. */
export function idOfKey(text: string): string | undefined {
  const [, id, secret, sum] = FORM.exec(text) ?? []
  return id !== undefined && checksum(`viche_${id}_${secret}`) === sum ? id : undefined
}

/** Five bits a letter, the first bits first. */
function lettersOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return (bits.match(/.{1,5}/g) ?? [])
    .map((five) => ALPHABET[Number.parseInt(five.padEnd(5, '0'), 2)])
    .join('')
}

/** CRC-32 (ISO-HDLC) in seven letters. */
function checksum(text: string): string {
  let crc = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  const sum = (crc ^ 0xffffffff) >>> 0
  return lettersOf(Uint8Array.of(sum >>> 24, sum >>> 16, sum >>> 8, sum))
}
