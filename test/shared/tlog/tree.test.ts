import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sha256 } from '../../../functions/adapters/sha256'
import { toHex } from '../../../shared/tlog/bytes'
import { edgeRoot } from '../../../shared/tlog/growth'
import { leafHash } from '../../../shared/tlog/hash'
import { verifyConsistency, verifyInclusion } from '../../../shared/tlog/proof'
import { proveConsistency, proveInclusion } from '../../../shared/tlog/prove'
import { CompactRange } from '../../../shared/tlog/range'
import { bundlePath, edgeTiles, tilePath } from '../../../shared/tlog/tile'
import { rootByDefinition, Tree } from './tree'
import { entriesOf } from './vectors'

const size = fc.integer({ min: 1, max: 700 })

/** A size and a place in it. */
const placed = size.chain((total) => fc.tuple(fc.constant(total), fc.nat({ max: total - 1 })))

function treeOf(total: number): Tree {
  const tree = new Tree()
  tree.append(entriesOf(total))
  return tree
}

function flipped(hash: Uint8Array, bit: number): Uint8Array {
  const other = Uint8Array.from(hash)
  other[(bit >> 3) % hash.length]! ^= 1 << (bit & 7)
  return other
}

describe('growing', () => {
  it('gives the same tree in whatever batches, and the root of the definition', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 5 }), (batches) => {
        const entries = entriesOf(batches.reduce((sum, batch) => sum + batch, 0))
        const grown = new Tree()
        let at = 0
        for (const batch of batches) {
          grown.append(entries.slice(at, at + batch))
          at += batch
        }
        expect(toHex(grown.root)).toBe(toHex(rootByDefinition(entries)))
        const atOnce = treeOf(entries.length)
        for (const [path, bytes] of atOnce.tiles) expect(grown.tiles.get(path)).toEqual(bytes)
      }),
      { numRuns: 60 },
    )
  })

  it('goes three levels of tiles up', () => {
    const tree = new Tree()
    for (let at = 0; at < 66_000; at += 6_000) tree.append(entriesOf(6_000))
    const range = new CompactRange(sha256)
    for (let at = 0; at < 66_000; at += 6_000) for (const entry of entriesOf(6_000)) range.appendEntry(entry)
    expect(toHex(tree.root)).toBe(toHex(range.root()))
    expect(edgeTiles(tree.size).map(tilePath)).toEqual([
      'tile/0/257.p/208',
      'tile/1/001.p/1',
      'tile/2/000.p/1',
    ])
  })

  it('refuses an edge that does not belong to the size', () => {
    expect(() => edgeRoot(sha256, 3, new Map([[0, new Uint8Array(64)]]))).toThrow('bad-tile')
  })

  it('names tiles as the specification does', () => {
    expect(tilePath({ level: 1, index: 1_234_067, width: 256 })).toBe('tile/1/x001/x234/067')
    expect(bundlePath(0, 1)).toBe('tile/entries/000.p/1')
  })
})

describe('inclusion', () => {
  it('is proved for every leaf of every tree', async () => {
    await fc.assert(
      fc.asyncProperty(placed, async ([total, index]) => {
        const tree = treeOf(total)
        const proof = await proveInclusion(sha256, { index, size: total }, tree.read)
        const leaf = leafHash(sha256, entriesOf(total)[index]!)
        expect(verifyInclusion(sha256, { index, size: total, leafHash: leaf, proof, root: tree.root })).toBe(
          true,
        )
      }),
    )
  })

  it('is not proved for another leaf, place, size, root or path', async () => {
    await fc.assert(
      fc.asyncProperty(placed, fc.nat(), fc.nat(), async ([total, index], bit, which) => {
        const tree = treeOf(total)
        const proof = await proveInclusion(sha256, { index, size: total }, tree.read)
        const leaf = leafHash(sha256, entriesOf(total)[index]!)
        const right = { index, size: total, leafHash: leaf, proof, root: tree.root }
        const broken = proof.map((hash, place) =>
          place === which % proof.length ? flipped(hash, bit) : hash,
        )
        const wrong = [
          { ...right, leafHash: flipped(leaf, bit) },
          { ...right, root: flipped(tree.root, bit) },
          { ...right, index: total },
          { ...right, index: -1 },
          { ...right, proof: [...proof, leaf] },
          ...(total > 1
            ? [
                { ...right, index: (index + 1) % total },
                { ...right, proof: broken },
                { ...right, proof: proof.slice(1) },
                { ...right, proof: [proof[0]!.subarray(1), ...proof.slice(1)] },
              ]
            : []),
        ]
        for (const one of wrong) expect(verifyInclusion(sha256, one)).toBe(false)
      }),
    )
  })
})

describe('consistency', () => {
  const pair = size.chain((total) => fc.tuple(fc.constant(total), fc.nat({ max: total })))

  it('is proved between every two sizes of one log', async () => {
    await fc.assert(
      fc.asyncProperty(pair, async ([to, from]) => {
        const tree = treeOf(to)
        const proof = await proveConsistency(sha256, { from, to }, tree.read)
        const fromRoot = rootByDefinition(entriesOf(from))
        expect(verifyConsistency(sha256, { from, to, fromRoot, toRoot: tree.root, proof })).toBe(true)
      }),
    )
  })

  it('is not proved for a fork, a shrunk tree or a broken proof', async () => {
    await fc.assert(
      fc.asyncProperty(pair, fc.nat(), async ([to, from], bit) => {
        fc.pre(from > 0)
        const tree = treeOf(to)
        const proof = await proveConsistency(sha256, { from, to }, tree.read)
        const fromRoot = rootByDefinition(entriesOf(from))
        const forked = rootByDefinition(entriesOf(from, 'other'))
        const right = { from, to, fromRoot, toRoot: tree.root, proof }
        const wrong = [
          { ...right, fromRoot: forked },
          { ...right, toRoot: flipped(tree.root, bit) },
          { ...right, from: to + 1 },
          { ...right, proof: [...proof, forked] },
          ...(proof.length > 0 ? [{ ...right, proof: [flipped(proof[0]!, bit), ...proof.slice(1)] }] : []),
          ...(proof.length > 0 ? [{ ...right, proof: proof.slice(0, -1) }] : []),
        ]
        for (const one of wrong) expect(verifyConsistency(sha256, one)).toBe(false)
      }),
    )
  })
})
