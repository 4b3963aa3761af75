import { variantsOf } from './variants'
import { tellingWords, termOf, termsOf, wholeOf } from './words'

/**
 * Whether a text holds every word of a query in any of its forms, or begun. For a few texts at a time; many are
 * searched through `petition-search.ts`.
 */
export function matches(text: string, query: string): boolean {
  const held = termsOf(text)
  return tellingWords(query).every((word) => {
    const term = termOf(word)
    const forms = [...variantsOf(term), ...wholeOf(word)]
    return held.some((other) => other.startsWith(term) || forms.includes(other))
  })
}
