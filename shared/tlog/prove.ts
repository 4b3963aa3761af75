import { TlogError } from './error'
import { tileRoot } from './growth'
import { HASH_BYTES, nodeHash, type Sha256 } from './hash'
import { consistencyPath, inclusionPath, type LeafRange, perfectSubtrees } from './path'
import { TILE_HEIGHT, TILE_WIDTH, type Tile, tileAt, tilePath } from './tile'

/** Bytes of a tile of the tree that is proved; a rejection ends the proving. */
export type ReadTile = (tile: Tile) => Promise<Uint8Array>

/** The inclusion path of leaf `index` in the tree of `size` leaves, from its tiles. */
export function proveInclusion(
  sha256: Sha256,
  { index, size }: { readonly index: number; readonly size: number },
  readTile: ReadTile,
): Promise<Uint8Array[]> {
  if (index < 0 || index >= size) throw new RangeError(`no leaf ${index} in a tree of ${size}`)
  return hashRanges(sha256, size, inclusionPath(index, size), readTile)
}

/** The proof that the tree of `to` leaves begins with the one of `from`, from the tiles of `to`. */
export function proveConsistency(
  sha256: Sha256,
  { from, to }: { readonly from: number; readonly to: number },
  readTile: ReadTile,
): Promise<Uint8Array[]> {
  if (from < 0 || from > to) throw new RangeError(`a tree of ${to} does not begin with ${from}`)
  return hashRanges(sha256, to, consistencyPath(from, to), readTile)
}

async function hashRanges(sha256: Sha256, size: number, ranges: readonly LeafRange[], readTile: ReadTile) {
  const read = once(readTile)
  return Promise.all(ranges.map((range) => hashRange(sha256, size, range, read)))
}

async function hashRange(
  sha256: Sha256,
  size: number,
  range: LeafRange,
  read: ReadTile,
): Promise<Uint8Array> {
  const hashes = await Promise.all(
    perfectSubtrees(range).map((subtree) => subtreeHash(sha256, size, subtree, read)),
  )
  return hashes.reduceRight((right, left) => nodeHash(sha256, left, right))
}

/** A node is a hash of a tile, or is made of 2, 4, … 128 neighbours in one. */
async function subtreeHash(
  sha256: Sha256,
  size: number,
  { height, place }: { readonly height: number; readonly place: number },
  read: ReadTile,
): Promise<Uint8Array> {
  const level = Math.floor(height / TILE_HEIGHT)
  const count = 2 ** (height - level * TILE_HEIGHT)
  const first = place * count
  const tile = tileAt(size, level, Math.floor(first / TILE_WIDTH))
  const bytes = await read(tile)
  const start = (first % TILE_WIDTH) * HASH_BYTES
  const hashes = bytes.subarray(start, start + count * HASH_BYTES)
  if (hashes.length !== count * HASH_BYTES) throw new TlogError('bad-tile', `${tilePath(tile)} is too short`)
  return tileRoot(sha256, hashes)
}

function once(readTile: ReadTile): ReadTile {
  const asked = new Map<string, Promise<Uint8Array>>()
  return (tile) => {
    const path = tilePath(tile)
    const known = asked.get(path) ?? readTile(tile)
    asked.set(path, known)
    return known
  }
}
