import { otherLayout } from './keyboard'
import { FIELDS, type Form, TermIndex, type Weights } from './term-index'
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

/** The title says what a petition is about; its number names it, whatever else holds the same figures. */
const WEIGHTS: Weights = { title: 6, text: 1.5, author: 1, number: 20 }
/** Words of a query that are looked for; a longer one is a text, and the first words of it are enough. */
const MOST_WORDS = 12
/** Among fewer petitions than these no word is worthless. */
const FEW = 8
/** Shorter terms begin too many words. */
const SHORTEST_BEGINNING = 4
/** What forms of a word are worth against the word itself. */
const [OTHER_FORM, BEGUN, MISSPELT] = [0.7, 0.4, 0.35]

/** Finds petitions by words, forgiving endings, apostrophes, letters that people mix up, and typing errors. */
export class PetitionSearch {
  private readonly index = new TermIndex()
  private readonly ids: string[] = []

  get size(): number {
    return this.ids.length
  }

  /** Takes one more petition in; each id once. Of petitions that are worth the same, the one added last comes first. */
  add(id: string, terms: SearchTerms): void {
    const place = this.ids.push(id) - 1
    for (const field of FIELDS) this.index.add(place, field, terms[field].split(' '))
  }

  /** How much a term tells: 1 where no petition holds it, near 0 where all do. */
  rarityOf(term: string): number {
    return 1 - Math.log1p(this.index.holders(term)) / Math.log1p(this.size + FEW)
  }

  /**
   * Petitions that hold every word of the query. Only where none does are misspelt words looked for, then petitions
   * that hold some of the words; a query typed with the Latin layout is read as it was meant.
   */
  find(query: string): Found {
    const words = tellingWords(query).slice(0, MOST_WORDS)
    const meant = otherLayout(query)
    const exactly = this.all(words, exact)
    if (exactly.length > 0) return { ids: exactly }
    if (meant !== undefined) {
      const ids = this.all(tellingWords(meant), exact)
      if (ids.length > 0) return { ids, instead: meant }
    }
    const nearly = this.all(words, misspelt)
    if (nearly.length > 0) return { ids: nearly }
    const some = words.length > 1 ? this.best(words, exact, 1) : []
    return some.length > 0 ? { ids: some, partly: true } : { ids: [] }
  }

  /** Petitions by words whose forms a caller weighs, best first. */
  weighed(words: readonly (readonly Form[])[], weights: Weights): { id: string; score: number }[] {
    const { scores } = this.index.rank(words, weights, this.size)
    return this.inOrder(scores).map((place) => ({ id: this.ids[place]!, score: scores[place]! }))
  }

  private all(words: readonly string[], reading: Reading): string[] {
    return words.length > 0 ? this.best(words, reading, words.length) : []
  }

  /** Petitions that hold at least so many of the words. */
  private best(words: readonly string[], reading: Reading, least: number): string[] {
    const forms = words.map((word) => reading(word, this.index).map((form) => this.telling(form)))
    const { scores, held } = this.index.rank(forms, WEIGHTS, this.size)
    for (const [place, number] of held.entries()) if (number < least) scores[place] = 0
    return this.inOrder(scores).map((place) => this.ids[place]!)
  }

  private telling({ term, factor }: Form): Form {
    return { term, factor: factor * (0.1 + this.rarityOf(term)) }
  }

  private inOrder(scores: Float32Array): number[] {
    const places: number[] = []
    for (let place = scores.length - 1; place >= 0; place--) if (scores[place]! > 0) places.push(place)
    return places.sort((a, b) => scores[b]! - scores[a]!)
  }
}

/** The forms in which a word of a query is looked for. */
type Reading = (word: string, index: TermIndex) => Form[]

/** The word in any of its forms, or begun. A number stands for itself. */
function exact(word: string, index: TermIndex): Form[] {
  if (isNumber(word)) return [{ term: word, factor: 1 }]
  const term = termOf(word)
  const begun = term.length >= SHORTEST_BEGINNING ? index.beginning(term) : []
  return [
    { term, factor: 1 },
    ...[...variantsOf(term), ...wholeOf(word)].map((form) => ({ term: form, factor: OTHER_FORM })),
    ...begun.map((longer) => ({ term: longer, factor: (BEGUN * term.length) / longer.length })),
  ]
}

/** The word, also where letters of it are wrong, missing, too many or swapped. */
function misspelt(word: string, index: TermIndex): Form[] {
  const term = termOf(word)
  if (isNumber(word) || term.length < 3) return exact(word, index)
  const near = [...index.near(term, term.length > 6 ? 2 : 1), ...swapsOf(term)]
  return [...exact(word, index), ...near.map((other) => ({ term: other, factor: MISSPELT }))]
}

function isNumber(word: string): boolean {
  return /^\d+$/.test(word)
}
