import { bundleKey, namesKey, tileKey } from '../shared/log/addresses'
import { decodeBundle } from '../shared/tlog/bundle'
import { HASH_BYTES } from '../shared/tlog/hash'
import { bundleWidth, hashIn, TILE_WIDTH, type Tile } from '../shared/tlog/tile'
import type { Findings } from './findings'
import type { Reader } from './reader'
import { LIMITS } from './source'

/** A bundle of entries with the hash tile and the names file beside it, from `first` on. */
export interface Part {
  /** Number of the bundle, of its tile at level 0 and of its names file. */
  readonly file: number
  /** Index of the first entry in it that is asked for. */
  readonly first: number
  /** How many there should be. */
  readonly width: number
  /** Undefined where the bundle is missing, or has not the entries it should have. */
  readonly entries: readonly Uint8Array[] | undefined
  /** Leaf hashes by the tile; undefined where it is missing or has not their number. */
  readonly hashes: readonly Uint8Array[] | undefined
  /** Undefined where there is no names file. */
  readonly names: string | undefined
}

/** Fetches a log's files part by part and names those that are missing or cut off. */
export class PartReader {
  constructor(
    private readonly reader: Reader,
    private readonly findings: Findings,
    private readonly petitionId: string,
  ) {}

  /** @param from entries before it are left out */
  async read(file: number, size: number, from: number): Promise<Part> {
    const whole = bundleWidth(size, file)
    const skipped = Math.max(0, from - file * TILE_WIDTH)
    const [entries, tile, names] = await Promise.all([
      this.bundle(file, whole),
      this.tile({ level: 0, index: file, width: whole }),
      this.reader.text(this.namesPath(file), LIMITS.names),
    ])
    const hashes = tile && Array.from({ length: whole }, (_, place) => hashIn(tile, place))
    return {
      file,
      first: file * TILE_WIDTH + skipped,
      width: whole - skipped,
      entries: entries?.slice(skipped),
      hashes: hashes?.slice(skipped),
      names,
    }
  }

  async tile(tile: Tile): Promise<Uint8Array | undefined> {
    const path = this.tilePath(tile)
    const index = tile.index * TILE_WIDTH ** (tile.level + 1)
    const bytes = await this.partial(path, LIMITS.tile)
    if (!bytes) return this.miss(path, index)
    const length = tile.width * HASH_BYTES
    const wider = bytes.path !== path && bytes.body.length > length
    if (bytes.body.length === length || wider) return bytes.body.subarray(0, length)
    this.findings.add('tile-malformed', { path, index })
    return undefined
  }

  tilePath(tile: Tile): string {
    return tileKey(this.petitionId, tile)
  }

  bundlePath(file: number, size: number): string {
    return bundleKey(this.petitionId, file, bundleWidth(size, file))
  }

  namesPath(file: number): string {
    return namesKey(this.petitionId, file)
  }

  private async bundle(file: number, width: number): Promise<Uint8Array[] | undefined> {
    const path = bundleKey(this.petitionId, file, width)
    const index = file * TILE_WIDTH
    const bytes = await this.partial(path, LIMITS.bundle)
    if (!bytes) return this.miss(path, index)
    const entries = decodeQuietly(bytes.body)
    const wider = bytes.path !== path && entries && entries.length > width
    if (entries?.length === width || wider) return entries.slice(0, width)
    this.findings.add('bundle-malformed', { path, index })
    return undefined
  }

  /** A partial file may be gone once the full one is there (C2SP tlog-tiles). */
  private async partial(path: string, limit: number) {
    const full = path.replace(/\.p\/\d+$/, '')
    for (const at of new Set([path, full])) {
      const body = await this.reader.bytes(at, limit)
      if (body) return { path: at, body }
    }
    return undefined
  }

  private miss(path: string, index: number): undefined {
    if (!this.findings.has('file-too-large')) this.findings.add('file-missing', { path, index })
    return undefined
  }
}

function decodeQuietly(bytes: Uint8Array): Uint8Array[] | undefined {
  try {
    return decodeBundle(bytes)
  } catch {
    return undefined
  }
}
