import type { PetitionSummary } from '../petition/view'
import type { SearchTerms } from './petition-search'

/** What of a petition never changes after publication, and what it is searched by. */
export type SearchEntry = Omit<PetitionSummary, Changing | 'community'> & {
  readonly communityId: string
  readonly terms: SearchTerms
}
type Changing = 'status' | 'outcome' | 'count' | 'thresholdReachedAt'

/** What of it changes. */
export type SearchState = Pick<PetitionSummary, 'status' | 'outcome' | 'count'>

/** Beside the parts: where they are, and everything of them that changes. */
export interface SearchNow {
  /** Of each part, oldest first. A part is read again only when its signature changes. */
  readonly parts: readonly string[]
  readonly communities: readonly PetitionSummary['community'][]
  /** By petition's id. */
  readonly states: Readonly<Record<string, SearchState>>
}

/** Petitions in one part: a new one has only the last part written again. */
export const SEARCH_PART = 1000

/** Grows whenever entries or their terms are made otherwise: all parts are then written again. */
const VERSION = 1

export const SEARCH_NOW = 'search/now.json'

/** Key of a part, counted from 0. */
export function searchPartKey(part: number): string {
  return `search/parts/${part}.json`
}

/**
 * Names what a part holds. Entries never change and stand in the order of publication, so the first, the last and how
 * many there are say which.
 */
export function partSignature(entries: readonly { readonly id: string }[]): string {
  return [VERSION, entries.length, entries[0]?.id, entries.at(-1)?.id].join(' ')
}

/** The petition as a row of a list; undefined for one whose part is newer or older than the states. */
export function summaryOf(
  entry: SearchEntry,
  states: SearchNow['states'],
  communities: ReadonlyMap<string, PetitionSummary['community']>,
): PetitionSummary | undefined {
  const { communityId, terms: _terms, ...fixed } = entry
  const state = Object.hasOwn(states, entry.id) ? states[entry.id] : undefined
  const community = communities.get(communityId)
  return state && community && { ...fixed, ...state, community }
}
