/** SHA-256 of the bytes: 32 bytes. Servers lend Node's, browsers a library's: WebCrypto has none that answers at once. */
export type Sha256 = (data: Uint8Array) => Uint8Array

export const HASH_BYTES = 32

/** Hash of a leaf: SHA-256(0x00 ‖ entry) (RFC 6962 §2.1). */
export function leafHash(sha256: Sha256, entry: Uint8Array): Uint8Array {
  const data = new Uint8Array(1 + entry.length)
  data.set(entry, 1)
  return sha256(data)
}

/** Hash of an inner node: SHA-256(0x01 ‖ left ‖ right) (RFC 6962 §2.1). */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const data = new Uint8Array(1 + 2 * HASH_BYTES)
  data[0] = 1
  data.set(left, 1)
  data.set(right, 1 + HASH_BYTES)
  return sha256(data)
}

/** Root of a tree without leaves: SHA-256 of nothing. */
export function emptyRoot(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0))
}
