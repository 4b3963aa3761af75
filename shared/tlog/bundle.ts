import { concat } from './bytes'
import { TlogError } from './error'
import { TILE_WIDTH } from './tile'

/** Entries as one file: each as its length in two bytes, big-endian, and itself (C2SP tlog-tiles). */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  return concat(
    entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError('an entry has at most 65,535 bytes')
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]
    }),
  )
}

/**
 * The entries of a bundle, as views of its bytes.
 * @throws TlogError `bad-bundle` when it is cut off or holds more than 256
 */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bytes.length; ) {
    const length = (bytes[at]! << 8) | (bytes[at + 1] ?? 0)
    const end = at + 2 + length
    if (end > bytes.length) throw new TlogError('bad-bundle', `cut off in entry ${entries.length}`)
    entries.push(bytes.subarray(at + 2, end))
    at = end
  }
  if (entries.length > TILE_WIDTH) throw new TlogError('bad-bundle', `${entries.length} entries`)
  return entries
}
