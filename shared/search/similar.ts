import type { PetitionSearch } from './petition-search'
import type { Weights } from './term-index'
import { variantsOf } from './variants'
import { termsOf } from './words'

/** A petition that asks for much the same. */
export interface Similar {
  readonly id: string
  /** Share of the title's telling words that the petition holds, 0 to 1; rare words weigh more. */
  readonly score: number
}

export interface Wish {
  readonly title: string
  readonly text?: string
}

/** A word of the text that the other petition has only in its text says half as much as one of both titles. */
const IN_TEXT = 0.5
/** Below it petitions have no more in common than any two of a community. */
const LEAST_SCORE = 0.35
const WEIGHTS: Weights = { title: 1, text: IN_TEXT, author: 0, number: 0 }
const MOST_TERMS = 24
const MOST_FOUND = 5

/**
 * Petitions like one that is being written, most like first, five at most.
 * @param suits says which petitions are looked at, by id
 */
export function similarTo(search: PetitionSearch, wish: Wish, suits: (id: string) => boolean): Similar[] {
  const wanted = new Set(termsOf(`${wish.title} ${wish.text ?? ''}`).slice(0, MOST_TERMS))
  const own = new Set(termsOf(wish.title))
  const words = [...wanted].map((term) => {
    const factor = search.rarityOf(term) * (own.has(term) ? 1 : IN_TEXT)
    return [term, ...variantsOf(term)].map((form) => ({ term: form, factor }))
  })
  const whole = words.reduce((sum, [form]) => sum + form!.factor, 0)
  return search
    .weighed(words, WEIGHTS)
    .filter(({ id, score }) => score >= LEAST_SCORE * whole && suits(id))
    .slice(0, MOST_FOUND)
    .map(({ id, score }) => ({ id, score: Math.round((score / whole) * 100) / 100 }))
}
