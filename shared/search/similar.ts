import type { PetitionSearch } from './petition-search'
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
const MOST_TERMS = 24
const MOST_FOUND = 5

/**
 * Petitions like one that is being written, most like first, five at most.
 * @param suits says which petitions are looked at, by id
 */
export function similarTo(search: PetitionSearch, wish: Wish, suits: (id: string) => boolean): Similar[] {
  const wanted = new Set(termsOf(`${wish.title} ${wish.text ?? ''}`).slice(0, MOST_TERMS))
  const own = new Set(termsOf(wish.title))
  const terms = [...wanted].map((term) => ({
    forms: [term, ...variantsOf(term)],
    weight: search.rarityOf(term) * (own.has(term) ? 1 : IN_TEXT),
  }))
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0)
  if (whole === 0) return []
  const scored = search
    .holding(terms.flatMap(({ forms }) => forms))
    .filter(({ id }) => suits(id))
    .map(({ id, match }) => {
      const held = terms.reduce((sum, { forms, weight }) => {
        const fields = forms.flatMap((form) => match[form] ?? [])
        return fields.length === 0 ? sum : sum + weight * (fields.includes('title') ? 1 : IN_TEXT)
      }, 0)
      return { id: id as string, score: Math.round((held / whole) * 100) / 100 }
    })
  return scored
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_FOUND)
}
