/** Where a term stands in a petition. */
export const FIELDS = ['title', 'text', 'author', 'number'] as const
export type Field = (typeof FIELDS)[number]

/** One of the forms in which a word is looked for; `factor` is what it is worth against the others. */
export interface Form {
  readonly term: string
  readonly factor: number
}

export type Weights = Readonly<Record<Field, number>>

/** What each petition is worth for some words, by its place in the index. */
export interface Ranking {
  readonly scores: Float32Array
  /** How many of the words it holds. */
  readonly held: Uint8Array
}

type Postings = Record<Field, number[]>

/**
 * Terms and the petitions that hold them. Small and quick for tens of thousands of petitions: places as plain numbers,
 * counted together in typed arrays.
 */
export class TermIndex {
  private readonly postings = new Map<string, Postings>()
  private vocabulary: string[] | undefined

  /** Petitions that hold the term in title or text. */
  holders(term: string): number {
    const found = this.postings.get(term)
    return found ? found.title.length + found.text.length : 0
  }

  /** @param place of the petition, greater than any before */
  add(place: number, field: Field, terms: Iterable<string>): void {
    for (const term of new Set(terms)) {
      let known = this.postings.get(term)
      if (!known) {
        known = { title: [], text: [], author: [], number: [] }
        this.postings.set(term, known)
        this.vocabulary = undefined
      }
      known[field].push(place)
    }
  }

  /** Longer terms that begin so. */
  beginning(prefix: string): string[] {
    const all = this.sorted()
    const found: string[] = []
    for (let at = firstAtLeast(all, prefix); at < all.length && all[at]!.startsWith(prefix); at++) {
      if (all[at] !== prefix) found.push(all[at]!)
    }
    return found
  }

  /** Terms that at most so many slips part from this one: a letter wrong, missing or too many. */
  near(term: string, slips: number): string[] {
    return this.sorted().filter(
      (other) =>
        Math.abs(other.length - term.length) <= slips && other !== term && isWithin(term, other, slips),
    )
  }

  /**
   * Weighs petitions by words: of each word the best form in the best field counts.
   * @param size petitions in the index
   */
  rank(words: readonly (readonly Form[])[], weights: Weights, size: number): Ranking {
    const scores = new Float32Array(size)
    const held = new Uint8Array(size)
    const best = new Float32Array(size)
    for (const forms of words) {
      best.fill(0)
      for (const { term, factor } of forms) {
        const found = this.postings.get(term)
        if (!found) continue
        for (const field of FIELDS) {
          const worth = factor * weights[field]
          for (const place of found[field]) if (worth > best[place]!) best[place] = worth
        }
      }
      for (let place = 0; place < size; place++) {
        if (best[place] === 0) continue
        scores[place]! += best[place]!
        held[place]! += 1
      }
    }
    return { scores, held }
  }

  private sorted(): readonly string[] {
    this.vocabulary ??= [...this.postings.keys()].sort()
    return this.vocabulary
  }
}

function firstAtLeast(sorted: readonly string[], term: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! < term) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether the edit distance (Levenshtein) of two words is at most `most`, which is small. */
function isWithin(a: string, b: string, most: number): boolean {
  let from = 0
  while (from < a.length && from < b.length && a[from] === b[from]) from++
  if (from === a.length || from === b.length) return Math.abs(a.length - b.length) <= most
  if (most === 0) return false
  const [restA, restB] = [a.slice(from + 1), b.slice(from + 1)]
  return (
    isWithin(restA, restB, most - 1) ||
    isWithin(a.slice(from), restB, most - 1) ||
    isWithin(restA, b.slice(from), most - 1)
  )
}
