import { emptyRoot, leafHash, nodeHash, type Sha256 } from './hash'

interface Subtree {
  /** It has 2^height leaves. */
  readonly height: number
  readonly hash: Uint8Array
}

/**
 * The perfect subtrees that a tree of `size` leaves consists of, from left to right: all that is needed to go on
 * building it, in memory of O(log size) (RFC 6962 §2.1).
 */
export class CompactRange {
  private readonly subtrees: Subtree[] = []
  private leaves = 0

  constructor(private readonly sha256: Sha256) {}

  get size(): number {
    return this.leaves
  }

  appendEntry(entry: Uint8Array): void {
    this.append(leafHash(this.sha256, entry))
  }

  /** @param height of the perfect subtree under `hash`; none on the left may be smaller */
  append(hash: Uint8Array, height = 0): void {
    this.leaves += 2 ** height
    let joined: Subtree = { hash, height }
    for (let left = this.subtrees.at(-1); left?.height === joined.height; left = this.subtrees.at(-1)) {
      this.subtrees.pop()
      joined = { height: joined.height + 1, hash: nodeHash(this.sha256, left.hash, joined.hash) }
    }
    this.subtrees.push(joined)
  }

  root(): Uint8Array {
    if (this.subtrees.length === 0) return emptyRoot(this.sha256)
    return this.subtrees
      .map(({ hash }) => hash)
      .reduceRight((right, left) => nodeHash(this.sha256, left, right))
  }
}
