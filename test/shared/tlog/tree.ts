import { sha256 } from '../../../functions/adapters/sha256'
import { type Edge, grow, type TileFile } from '../../../shared/tlog/growth'
import { leafHash } from '../../../shared/tlog/hash'
import type { ReadTile } from '../../../shared/tlog/prove'
import { tilePath } from '../../../shared/tlog/tile'

/** A log grown batch by batch, keeping every tile that was ever written, as the object store does. */
export class Tree {
  readonly tiles = new Map<string, Uint8Array>()
  size = 0
  root: Uint8Array = sha256(new Uint8Array(0))
  private edge: Edge = new Map()

  append(entries: readonly Uint8Array[]): readonly TileFile[] {
    const hashes = entries.map((entry) => leafHash(sha256, entry))
    const growth = grow(sha256, this.size, this.edge, hashes)
    for (const { tile, bytes } of growth.tiles) this.tiles.set(tilePath(tile), bytes)
    this.size = growth.size
    this.root = growth.root
    this.edge = growth.edge
    return growth.tiles
  }

  readonly read: ReadTile = async (tile) => {
    const bytes = this.tiles.get(tilePath(tile))
    if (!bytes) throw new Error(`no ${tilePath(tile)}`)
    return bytes
  }
}

/** RFC 6962's definition of a tree's root, word for word. */
export function rootByDefinition(leaves: readonly Uint8Array[]): Uint8Array {
  if (leaves.length === 0) return sha256(new Uint8Array(0))
  if (leaves.length === 1) return sha256(Buffer.concat([Buffer.of(0), leaves[0]!]))
  let k = 1
  while (k * 2 < leaves.length) k *= 2
  const [left, right] = [rootByDefinition(leaves.slice(0, k)), rootByDefinition(leaves.slice(k))]
  return sha256(Buffer.concat([Buffer.of(1), left, right]))
}
