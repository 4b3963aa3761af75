import { equalBytes, toBase64 } from '../shared/tlog/bytes'
import type { TileFile } from '../shared/tlog/growth'
import { HASH_BYTES } from '../shared/tlog/hash'
import { TILE_WIDTH, tileAt } from '../shared/tlog/tile'
import type { Findings } from './findings'
import type { PartReader } from './parts'
import type { Tree } from './tree'

/** Where an entry and its hash in the tile disagree. */
interface Dispute {
  readonly index: number
  readonly bundle: string
  readonly tile: string
}

/** Disputes that are looked at; a wholly substituted log needs no list of millions. */
const DISPUTES = 1000

/**
 * Builds a log's tree again from its entries and, where those and the published hash tiles part ways, from the tiles
 * as well: so that the root that was signed tells which of the two is not what it should be.
 */
export class Rebuild {
  /** Undefined once entries are missing. */
  private byEntries: Tree | undefined
  /** Undefined before entries and tiles part, and once hashes are missing. */
  private byTiles: Tree | undefined
  private parted = false
  private disputes: Dispute[] = []
  private tilesRight = 0
  /** The one that comes to the root that was signed. */
  private signed: Tree | undefined

  constructor(
    private readonly reader: PartReader,
    private readonly findings: Findings,
    tree: Tree,
  ) {
    this.byEntries = tree
  }

  /** Root at a size that was asked for, by the tree that the checkpoint vouches for. */
  rootAt(size: number): Uint8Array | undefined {
    return (this.signed ?? this.byEntries ?? this.byTiles)?.rootAt(size)
  }

  /** Leaf hashes by the entries and by the tile, each where it could be read, of a log that has `size` in the end. */
  async append(
    first: number,
    fromEntries: readonly Uint8Array[] | undefined,
    fromTile: readonly Uint8Array[] | undefined,
    size: number,
  ): Promise<void> {
    const differing = this.compare(first, fromEntries, fromTile, size)
    if (!this.parted && (differing || !fromEntries)) {
      this.parted = true
      this.byTiles = this.byEntries?.fork()
    }
    const hashes = fromTile ?? fromEntries
    const besides = hashes && this.byTiles?.append(hashes)
    if (!hashes) this.byTiles = undefined
    const tiles = fromEntries && this.byEntries?.append(fromEntries)
    if (!fromEntries) this.byEntries = undefined
    if (fromTile && !differing) this.tilesRight++
    await this.checkAbove(tiles ?? besides ?? [], size)
  }

  /** Holds the trees against the root that was signed, and says which files are not what was signed. */
  judge(size: number, root: Uint8Array): void {
    this.signed = [this.byEntries, this.byTiles].find(
      (tree) => tree?.size === size && equalBytes(tree.root, root),
    )
    for (const { index, bundle, tile } of this.disputes) {
      if (this.signed && this.signed === this.byTiles)
        this.findings.add('entry-differs', { path: bundle, index })
      else this.findings.add('tile-differs', { path: tile, index })
    }
    this.disputes = []
    if (this.signed) return
    const tree = this.byEntries ?? this.byTiles
    const computed = tree?.size === size ? tree.root : undefined
    if (!computed) this.findings.add('tree-not-rebuilt', { size })
    else this.findings.add('root-differs', { size, stated: toBase64(root), computed: toBase64(computed) })
  }

  /** What may be said once everything was read. */
  conclude(size: number, root: Uint8Array): void {
    if (this.signed && this.signed === this.byEntries) {
      this.findings.add('tree-rebuilt', { size, root: toBase64(root) })
    }
    const flawed = this.findings.has('tile-differs', 'tile-malformed', 'file-missing')
    if (!flawed && this.tilesRight > 0) this.findings.add('tiles-agree', { count: this.tilesRight })
  }

  private compare(
    first: number,
    entries: readonly Uint8Array[] | undefined,
    tile: readonly Uint8Array[] | undefined,
    size: number,
  ): boolean {
    if (!entries || !tile) return false
    const file = Math.floor(first / TILE_WIDTH)
    let differing = false
    for (const [place, hash] of entries.entries()) {
      if (equalBytes(hash, tile[place]!)) continue
      differing = true
      if (this.disputes.length >= DISPUTES) break
      const bundle = this.reader.bundlePath(file, size)
      const path = this.reader.tilePath(tileAt(size, 0, file))
      this.disputes.push({ index: first + place, bundle, tile: path })
    }
    return differing
  }

  private async checkAbove(tiles: readonly TileFile[], size: number): Promise<void> {
    for (const { tile, bytes } of tiles) {
      // Only as the tree has it in the end: what was narrower on the way there is read by nobody.
      if (tile.level === 0 || tile.width !== tileAt(size, tile.level, tile.index).width) continue
      const published = await this.reader.tile(tile)
      if (!published) continue
      const place = firstDifference(bytes, published)
      if (place === undefined) this.tilesRight++
      else {
        const index = (tile.index * TILE_WIDTH + place) * TILE_WIDTH ** tile.level
        this.findings.add('tile-differs', { path: this.reader.tilePath(tile), index })
      }
    }
  }
}

/** Place of the first hash in which two tiles differ; undefined where they are the same. */
function firstDifference(a: Uint8Array, b: Uint8Array): number | undefined {
  for (let at = 0; at < a.length; at += HASH_BYTES) {
    if (!equalBytes(a.subarray(at, at + HASH_BYTES), b.subarray(at, at + HASH_BYTES))) return at / HASH_BYTES
  }
  return undefined
}
