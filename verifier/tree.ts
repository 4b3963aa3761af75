import { type Edge, grow, type TileFile } from '../shared/tlog/growth'
import { emptyRoot, type Sha256 } from '../shared/tlog/hash'

/** A tree that is built again from its leaves, and the roots it had at the sizes that matter. */
export class Tree {
  private state: { size: number; root: Uint8Array; edge: Edge }
  private readonly roots = new Map<number, Uint8Array>()

  /** @param wanted sizes whose roots are to be remembered, in any order */
  constructor(
    private readonly sha256: Sha256,
    private readonly wanted: ReadonlySet<number>,
  ) {
    this.state = { size: 0, root: emptyRoot(sha256), edge: new Map() }
    this.remember()
  }

  /** A second tree that has grown the same way up to here. */
  fork(): Tree {
    const twin = new Tree(this.sha256, this.wanted)
    twin.state = this.state
    for (const [size, root] of this.roots) twin.roots.set(size, root)
    return twin
  }

  get size(): number {
    return this.state.size
  }

  get root(): Uint8Array {
    return this.state.root
  }

  /** Undefined for a size that was not wanted or is not reached. */
  rootAt(size: number): Uint8Array | undefined {
    return size === this.size ? this.root : this.roots.get(size)
  }

  /** @returns tiles that are new or wider than before */
  append(leafHashes: readonly Uint8Array[]): TileFile[] {
    const tiles: TileFile[] = []
    let rest = leafHashes
    while (rest.length > 0) {
      const step = this.stepTo(rest.length)
      const growth = grow(this.sha256, this.size, this.state.edge, rest.slice(0, step))
      this.state = growth
      this.remember()
      tiles.push(...growth.tiles)
      rest = rest.slice(step)
    }
    return tiles
  }

  private stepTo(leaves: number): number {
    for (let step = 1; step < leaves; step++) if (this.wanted.has(this.size + step)) return step
    return leaves
  }

  private remember(): void {
    if (this.wanted.has(this.size)) this.roots.set(this.size, this.root)
  }
}
