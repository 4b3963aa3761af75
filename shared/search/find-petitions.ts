import type { Day } from '../calendar/day'
import type { PetitionSummary } from '../petition/view'
import { fitting, sorted } from './choose'
import type { ListQuery } from './list-query'
import type { PetitionSearch } from './petition-search'
import { similarTo, type Wish } from './similar'

/** Published petitions, ready to be searched. */
export interface Directory {
  readonly search: PetitionSearch
  readonly communities: readonly PetitionSummary['community'][]
  /** By id, newest first. */
  readonly petitions: ReadonlyMap<string, PetitionSummary>
}

/** Petitions on one page of a list. */
export const LIST_PAGE = 20

/** One page of what a list's query finds. */
export interface FoundPage {
  readonly petitions: readonly PetitionSummary[]
  readonly total: number
  /** The page shown: the last one, where the query asked for a later one. */
  readonly page: number
  readonly pages: number
  /** What was searched for instead, where the keyboard's layout had been left on Latin. */
  readonly instead?: string
  /** No petition holds all the words. */
  readonly partly?: true
  /** How many the same words find without any filter. */
  readonly unfiltered: number
}

/** @param today Kyiv day */
export function findPetitions(directory: Directory, query: ListQuery, today: Day): FoundPage {
  const { q, sort = q === undefined ? 'newest' : 'relevance' } = query
  const found = q === undefined ? undefined : directory.search.find(q)
  const candidates = found
    ? found.ids.flatMap((id) => directory.petitions.get(id) ?? [])
    : [...directory.petitions.values()]
  const all = sorted(fitting(candidates, query), sort, today)
  const pages = Math.max(1, Math.ceil(all.length / LIST_PAGE))
  const page = Math.min(query.page ?? 1, pages)
  return {
    petitions: all.slice((page - 1) * LIST_PAGE, page * LIST_PAGE),
    total: all.length,
    page,
    pages,
    unfiltered: candidates.length,
    ...(found?.instead !== undefined && { instead: found.instead }),
    ...(found?.partly && { partly: true }),
  }
}

const OPEN_OR_ANSWERED: readonly PetitionSummary['status'][] = [
  'collecting',
  'threshold-reached',
  'consideration',
  'answered',
]

/** Petitions of a community, open or answered, that ask for much the same, most like first, with their score. */
export function findSimilar({ search, petitions }: Directory, community: string, wish: Wish) {
  const suits = (id: string) => {
    const petition = petitions.get(id)
    return petition?.community.id === community && OPEN_OR_ANSWERED.includes(petition.status)
  }
  return similarTo(search, wish, suits).map(({ id, score }) => ({ ...petitions.get(id)!, score }))
}
