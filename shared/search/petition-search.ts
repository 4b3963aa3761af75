import MiniSearch, { type Query, type SearchOptions, type SearchResult } from 'minisearch'
import { otherLayout } from './keyboard'
import { swapsOf, variantsOf } from './variants'
import { tellingWords, termOf, termsOf, wholeOf } from './words'

/** A petition as it is searched: terms parted by spaces, ready to be put into the index. */
export interface SearchTerms {
  readonly title: string
  /** Each term once, without those of the title. */
  readonly text: string
  readonly author: string
  /** The registration number in figures. */
  readonly number: string
}

interface Searched {
  readonly title: string
  readonly text: string
  readonly number: number
  readonly author: {
    readonly surname: string
    readonly givenName: string
    readonly patronymic?: string | undefined
  }
}

/** A long text is found by what it says first. */
const MOST_TERMS = 400

/** What a petition is found by. */
export function searchTerms({ title, text, number, author }: Searched): SearchTerms {
  const own = termsOf(title)
  const further = new Set(termsOf(text))
  for (const term of own) further.delete(term)
  return {
    title: own.join(' '),
    text: [...further].slice(0, MOST_TERMS).join(' '),
    author: termsOf(`${author.surname} ${author.givenName} ${author.patronymic ?? ''}`).join(' '),
    number: String(number),
  }
}

/** What a query found. */
export interface Found {
  /** Ids, best first. */
  readonly ids: readonly string[]
  /** What was searched for instead where the keyboard's layout had been left on Latin. */
  readonly instead?: string
  /** No petition holds all the words; these hold some. */
  readonly partly?: true
}

const FIELDS = ['title', 'text', 'author', 'number'] as const
/** The title says what a petition is about; its number or author name it only where nothing else is meant. */
const BOOST = { title: 6, text: 1.5, author: 1, number: 1 }
/** Words of a query that are looked for; a longer one is a text, and the first words of it are enough. */
const MOST_WORDS = 12
/** Among fewer petitions than these no word is worthless. */
const FEW = 8
/** Shorter terms begin too many words. */
const SHORTEST_BEGINNING = 4

type Reading = (word: string) => Query

/** Finds petitions by words, forgiving endings, apostrophes, letters that people mix up, and typing errors. */
export class PetitionSearch {
  private readonly index = new MiniSearch<SearchTerms & { readonly id: string }>({
    fields: [...FIELDS],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
  })

  /** How many petitions hold a term. */
  private readonly holders = new Map<string, number>()

  get size(): number {
    return this.index.documentCount
  }

  add(id: string, terms: SearchTerms): void {
    this.index.add({ id, ...terms })
    for (const term of new Set(`${terms.title} ${terms.text}`.split(' '))) {
      this.holders.set(term, (this.holders.get(term) ?? 0) + 1)
    }
  }

  /** How much a term tells: 1 where no petition holds it, near 0 where all do. */
  rarityOf(term: string): number {
    return 1 - Math.log1p(this.holders.get(term) ?? 0) / Math.log1p(this.size + FEW)
  }

  /**
   * Petitions that hold every word of the query. Only where none does are misspelt words looked for, then petitions
   * that hold some of the words; a query typed with the Latin layout is read as it was meant.
   */
  find(query: string): Found {
    const words = tellingWords(query)
    if (words.length === 0) return { ids: [] }
    const meant = otherLayout(query)
    const exactly = this.all(words, exact)
    if (exactly.length > 0) return { ids: exactly }
    if (meant !== undefined) {
      const ids = this.all(tellingWords(meant), exact)
      if (ids.length > 0) return { ids, instead: meant }
    }
    const nearly = this.all(words, misspelt)
    if (nearly.length > 0) return { ids: nearly }
    const some = words.length > 1 ? this.search({ combineWith: 'OR', queries: words.map(exact) }) : []
    return some.length > 0 ? { ids: some, partly: true } : { ids: [] }
  }

  /** Whatever holds one of the terms, best first, with the terms it holds and where. */
  holding(terms: readonly string[]): SearchResult[] {
    return this.index.search({ combineWith: 'OR', queries: [...terms] }, plainly)
  }

  private all(words: readonly string[], reading: Reading): string[] {
    return this.search({ combineWith: 'AND', queries: words.slice(0, MOST_WORDS).map(reading) })
  }

  private search(query: Query): string[] {
    return this.index.search(query, plainly).map(({ id }) => id as string)
  }
}

const plainly = { boost: BOOST, prefix: false, fuzzy: false } satisfies SearchOptions

/** The word in any of its forms, or begun. A number stands for itself and before all for a petition's. */
function exact(word: string): Query {
  if (/^\d+$/.test(word)) return { queries: [word], boost: { ...BOOST, number: 20 } }
  const term = termOf(word)
  const beginning = term.length >= SHORTEST_BEGINNING
  return {
    combineWith: 'OR',
    queries: [
      { queries: [term], prefix: beginning, weights: { prefix: 0.4, fuzzy: 0 } },
      { combineWith: 'OR', queries: [...variantsOf(term), ...wholeOf(word)], boost: lower(0.7) },
    ],
  }
}

/** The word, also where letters of it are wrong, missing, too many or swapped. */
function misspelt(word: string): Query {
  const term = termOf(word)
  if (/^\d+$/.test(word) || term.length < 3) return exact(word)
  const slips = term.length > 6 ? 2 : 1
  return {
    combineWith: 'OR',
    queries: [
      exact(word),
      { queries: [term], fuzzy: slips, boost: lower(0.5) },
      { combineWith: 'OR', queries: swapsOf(term), boost: lower(0.5) },
    ],
  }
}

function lower(factor: number): Record<string, number> {
  return Object.fromEntries(Object.entries(BOOST).map(([field, boost]) => [field, boost * factor]))
}
