import type { Members } from './crowd'
import type { FullNames } from './full-names'

/** A part that occurs so seldom may be another one with a slip in it. */
const SELDOM = 2
/** Words compared with each later one that lacks the same letter. */
const COMPARED = 8
const SHORTEST = 4

/**
 * Clusters of names that differ by one letter more, less or other, or by two neighbours exchanged. Names that agree in
 * two of their three parts are in one block; within it the third parts are joined where leaving out one letter makes
 * them equal. At least one of two must be seldom: Марія and Дарія are two names.
 * @param byName places by folded full name
 * @returns clusters of names, each with its bearers
 */
export function nearNames(names: FullNames, byName: ReadonlyMap<string, Members>): Members[][] {
  const distinct = [...byName.values()]
  const clusters = new Clusters(distinct.length)
  for (const part of [0, 1, 2] as const) {
    for (const block of blocksOf(names, distinct, part)) joinWithin(names, distinct, block, part, clusters)
  }
  return clusters.sets().map((set) => set.map((name) => distinct[name]!))
}

/** Distinct names that agree in all parts but one. */
function blocksOf({ parts }: FullNames, distinct: readonly Members[], part: 0 | 1 | 2): number[][] {
  const blocks = new Map<string, number[]>()
  distinct.forEach(([place], name) => {
    const others = parts[place!]!.filter((_, which) => which !== part).join(' ')
    const block = blocks.get(others)
    if (block) block.push(name)
    else blocks.set(others, [name])
  })
  return [...blocks.values()].filter(({ length }) => length > 1)
}

/** Up to so many names are compared each with each. */
const SMALL_BLOCK = 12

function joinWithin(
  { parts, often }: FullNames,
  distinct: readonly Members[],
  block: readonly number[],
  part: 0 | 1 | 2,
  clusters: Clusters,
): void {
  const words = block.map((name) => parts[distinct[name]![0]!]![part])
  const seldom = block.map(
    (name, n) => often[part].get(words[n]!)! <= Math.max(SELDOM, distinct[name]!.length),
  )
  if (!seldom.includes(true)) return
  for (const [a, b] of block.length <= SMALL_BLOCK ? everyPair(block.length) : likelyPairs(words)) {
    if ((seldom[a] || seldom[b]) && words[a]!.length >= SHORTEST && isNear(words[a]!, words[b]!)) {
      clusters.join(block[a]!, block[b]!)
    }
  }
}

function* everyPair(size: number): Generator<readonly [number, number]> {
  for (let b = 1; b < size; b++) for (let a = 0; a < b; a++) yield [a, b]
}

/** Pairs of words that leaving out one letter makes equal; of very many alike each is paired with the first few. */
function* likelyPairs(words: readonly string[]): Generator<readonly [number, number]> {
  const seen = new Map<string, number[]>()
  for (const [b, word] of words.entries()) {
    for (const key of new Set([word, ...withoutOne(word)])) {
      const before = seen.get(key)
      if (!before) {
        seen.set(key, [b])
        continue
      }
      for (const a of before) yield [a, b]
      if (before.length < COMPARED) before.push(b)
    }
  }
}

function withoutOne(word: string): string[] {
  return Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1))
}

/** Whether one letter more, less or other, or two neighbours exchanged, makes one word the other. */
export function isNear(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  const [restA, restB] = [a.slice(start), b.slice(start)]
  if (restA.length > restB.length) return restA.slice(1) === restB
  if (restB.length > restA.length) return restB.slice(1) === restA
  if (restA.slice(1) === restB.slice(1)) return true
  return restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2)
}

/** Sets that grow by joining two members (union–find). */
class Clusters {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, n) => n)
  }

  join(a: number, b: number): void {
    const [rootA, rootB] = [this.#root(a), this.#root(b)]
    this.#parent[Math.max(rootA, rootB)] = Math.min(rootA, rootB)
  }

  /** Sets of more than one. */
  sets(): number[][] {
    const sets = new Map<number, number[]>()
    this.#parent.forEach((_, member) => {
      const root = this.#root(member)
      const set = sets.get(root)
      if (set) set.push(member)
      else sets.set(root, [member])
    })
    return [...sets.values()].filter(({ length }) => length > 1)
  }

  #root(member: number): number {
    let root = member
    while (this.#parent[root] !== root) root = this.#parent[root]!
    for (let next = member; next !== root; ) {
      const after = this.#parent[next]!
      this.#parent[next] = root
      next = after
    }
    return root
  }
}
