import { concat } from './bytes'
import { TlogError } from './error'
import { emptyRoot, HASH_BYTES, nodeHash, type Sha256 } from './hash'
import { CompactRange } from './range'
import { edgeTiles, hashesAt, hashIn, levelsOf, TILE_HEIGHT, TILE_WIDTH, type Tile } from './tile'

/** The bytes of a tree's partial tiles at its right edge, by tile level; a level without one may be absent. */
export type Edge = ReadonlyMap<number, Uint8Array>

export interface TileFile {
  readonly tile: Tile
  readonly bytes: Uint8Array
}

export interface Growth {
  readonly size: number
  readonly root: Uint8Array
  /** Every tile that is new or wider than before, complete. */
  readonly tiles: readonly TileFile[]
  readonly edge: Edge
}

/**
 * Root of the tree of `size` leaves that ends in these partial tiles.
 * @throws TlogError `bad-tile` when a tile has another width than the size demands
 */
export function edgeRoot(sha256: Sha256, size: number, edge: Edge): Uint8Array {
  if (size === 0) return emptyRoot(sha256)
  const range = new CompactRange(sha256)
  for (const tile of edgeTiles(size).reverse()) {
    const bytes = edge.get(tile.level)
    if (bytes?.length !== tile.width * HASH_BYTES) {
      throw new TlogError('bad-tile', `level ${tile.level} does not hold ${tile.width} hashes`)
    }
    for (let place = 0; place < tile.width; place++) {
      range.append(hashIn(bytes, place), tile.level * TILE_HEIGHT)
    }
  }
  return range.root()
}

/** Appends leaves to the tree of `size` leaves with the right edge `edge`. */
export function grow(sha256: Sha256, size: number, edge: Edge, leafHashes: readonly Uint8Array[]): Growth {
  const tiles: TileFile[] = []
  const next = new Map<number, Uint8Array>()
  let added = leafHashes
  const grown = size + leafHashes.length
  for (const level of levelsOf(grown)) {
    const from = hashesAt(size, level)
    const first = Math.floor(from / TILE_WIDTH)
    const hashes = concat([edge.get(level) ?? new Uint8Array(0), ...added])
    const files = split(level, first, hashes)
    if (added.length > 0) tiles.push(...files)
    const last = files.at(-1)
    if (last && last.tile.width < TILE_WIDTH) next.set(level, last.bytes)
    added = files.filter(({ tile }) => tile.width === TILE_WIDTH).map(({ bytes }) => tileRoot(sha256, bytes))
  }
  return { size: grown, root: edgeRoot(sha256, grown, next), tiles, edge: next }
}

/** Root of the perfect subtree over a power of two of hashes. */
export function tileRoot(sha256: Sha256, hashes: Uint8Array): Uint8Array {
  let row = hashes
  while (row.length > HASH_BYTES) {
    const above = new Uint8Array(row.length / 2)
    for (let place = 0; place * HASH_BYTES < above.length; place++) {
      above.set(nodeHash(sha256, hashIn(row, 2 * place), hashIn(row, 2 * place + 1)), place * HASH_BYTES)
    }
    row = above
  }
  return row
}

function split(level: number, first: number, hashes: Uint8Array): TileFile[] {
  const files: TileFile[] = []
  const step = TILE_WIDTH * HASH_BYTES
  for (let at = 0; at < hashes.length; at += step) {
    const bytes = hashes.slice(at, at + step)
    files.push({ tile: { level, index: first + files.length, width: bytes.length / HASH_BYTES }, bytes })
  }
  return files
}
