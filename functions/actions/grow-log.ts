import { bundleKey, tileKey } from '../../shared/log/addresses'
import type { Extent } from '../../shared/log/state'
import { decodeBundle, encodeBundle } from '../../shared/tlog/bundle'
import { concat, equalBytes, toBase64 } from '../../shared/tlog/bytes'
import { type Edge, edgeRoot, grow } from '../../shared/tlog/growth'
import { leafHash } from '../../shared/tlog/hash'
import { bundleWidth, edgeTiles, TILE_WIDTH } from '../../shared/tlog/tile'
import { chunksOf } from '../in-parallel'
import { mismatch } from './log-mismatch'
import type { SequencingDeps } from './sequencing'

type GrowthDeps = Pick<SequencingDeps, 'sha256' | 'objects' | 'metrics'>

/** A tile or bundle as it is published. What stands under its key never changes. */
export interface LogFile {
  readonly key: string
  readonly bytes: Uint8Array
  /** Full ones stay part of the log for ever; a partial one only until the log grows. */
  readonly full: boolean
}

export interface GrownLog {
  /** Base64. */
  readonly root: string
  /** Every tile and bundle that is new or wider than before. */
  readonly files: readonly LogFile[]
}

/**
 * The tree with further entries: what it adds to the published one. Reads the right edge and writes nothing.
 * The same entries after the same extent always give the same files.
 * @throws LogMismatch when the published edge is not that of `before`
 */
export async function growLog(
  deps: GrowthDeps,
  petitionId: string,
  before: Extent,
  entries: readonly Uint8Array[],
): Promise<GrownLog> {
  const edge = await readEdge(deps, petitionId, before)
  const early = await readBundle(deps, petitionId, before, edge)
  const hashes = entries.map((entry) => leafHash(deps.sha256, entry))
  const { root, tiles } = grow(deps.sha256, before.size, edge, hashes)
  const first = Math.floor(before.size / TILE_WIDTH)
  const bundles = chunksOf([...early, ...entries], TILE_WIDTH).map((held, place) => ({
    key: bundleKey(petitionId, first + place, held.length),
    bytes: encodeBundle(held),
    full: held.length === TILE_WIDTH,
  }))
  const files = tiles.map(({ tile, bytes }) => ({
    key: tileKey(petitionId, tile),
    bytes,
    full: tile.width === TILE_WIDTH,
  }))
  return { root: toBase64(root), files: [...bundles, ...files] }
}

/** The partial tiles of a committed tree, held against its root. */
async function readEdge(deps: GrowthDeps, petitionId: string, { size, root }: Extent): Promise<Edge> {
  const read = edgeTiles(size).map(async (tile) => {
    const bytes = await deps.objects.get(tileKey(petitionId, tile))
    if (bytes === undefined)
      throw mismatch(deps.metrics, petitionId, `${tileKey(petitionId, tile)} is missing`)
    return [tile.level, bytes] as const
  })
  const edge: Edge = new Map(await Promise.all(read))
  if (rootOf(deps, size, edge) !== root) {
    throw mismatch(deps.metrics, petitionId, `the tiles of ${size} leaves have another root than the state`)
  }
  return edge
}

/** Undefined for tiles that cannot be an edge of this size. */
function rootOf({ sha256 }: GrowthDeps, size: number, edge: Edge): string | undefined {
  try {
    return toBase64(edgeRoot(sha256, size, edge))
  } catch {
    return undefined
  }
}

/** The entries of the partial bundle, held against the partial tile above them. */
async function readBundle(deps: GrowthDeps, petitionId: string, { size }: Extent, edge: Edge) {
  const tile = edge.get(0)
  if (tile === undefined) return []
  const index = Math.floor(size / TILE_WIDTH)
  const key = bundleKey(petitionId, index, bundleWidth(size, index))
  const bytes = await deps.objects.get(key)
  const entries = bytes && entriesOf(bytes)
  const hashes = concat((entries ?? []).map((entry) => leafHash(deps.sha256, entry)))
  if (!entries || !equalBytes(hashes, tile))
    throw mismatch(deps.metrics, petitionId, `${key} is not as hashed`)
  return entries
}

function entriesOf(bytes: Uint8Array): Uint8Array[] | undefined {
  try {
    return decodeBundle(bytes)
  } catch {
    return undefined
  }
}
