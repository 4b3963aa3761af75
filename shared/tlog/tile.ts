import { HASH_BYTES } from './hash'

/** Hashes in a full tile, and entries in a full bundle (C2SP tlog-tiles). */
export const TILE_WIDTH = 256
/** Binary levels of the tree in one level of tiles. */
export const TILE_HEIGHT = 8

/** A run of hashes: at level L each is the root of 256^L leaves. */
export interface Tile {
  readonly level: number
  readonly index: number
  /** 1 … 256 */
  readonly width: number
}

/** Path of a hash tile under the log's address, e.g. `tile/0/x001/234.p/44`. */
export function tilePath({ level, index, width }: Tile): string {
  return `tile/${level}/${numberPath(index)}${partial(width)}`
}

/** Path of a bundle of entries, e.g. `tile/entries/x001/234.p/44`. */
export function bundlePath(index: number, width: number): string {
  return `tile/entries/${numberPath(index)}${partial(width)}`
}

/** Width of the bundle (or level-0 tile) `index` in a tree of `size` leaves; 0 where there is none. */
export function bundleWidth(size: number, index: number): number {
  return Math.max(0, Math.min(TILE_WIDTH, size - index * TILE_WIDTH))
}

/** Hashes at tile level `level` in a tree of `size` leaves. */
export function hashesAt(size: number, level: number): number {
  return Math.floor(size / TILE_WIDTH ** level)
}

/** The tile `index` of a level as a tree of `size` leaves has it. */
export function tileAt(size: number, level: number, index: number): Tile {
  return { level, index, width: bundleWidth(hashesAt(size, level), index) }
}

/** The partial tiles at the right edge of a tree: level by level, levels without one left out. */
export function edgeTiles(size: number): Tile[] {
  return levelsOf(size)
    .map((level) => tileAt(size, level, Math.floor(hashesAt(size, level) / TILE_WIDTH)))
    .filter(({ width }) => width > 0)
}

/** Tile levels of a tree: 0, 1, … as long as they hold a hash. */
export function levelsOf(size: number): number[] {
  const levels: number[] = []
  for (let level = 0; hashesAt(size, level) > 0; level++) levels.push(level)
  return levels
}

/** The `place`-th hash of a tile's bytes. */
export function hashIn(bytes: Uint8Array, place: number): Uint8Array {
  return bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES)
}

/** Groups of three digits, all but the last with an x: 1234067 → `x001/x234/067`. */
function numberPath(index: number): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/.../g) ?? []
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/')
}

function partial(width: number): string {
  return width === TILE_WIDTH ? '' : `.p/${width}`
}
