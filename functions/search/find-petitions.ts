import type { Day } from '../../shared/calendar/day'
import type { PetitionSummary } from '../../shared/petition/view'
import { fitting, sorted } from '../../shared/search/choose'
import type { ListQuery } from '../../shared/search/list-query'
import { similarTo, type Wish } from '../../shared/search/similar'
import type { Directory } from './directory'

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

/** @param perPage petitions on a page */
export function findPetitions(directory: Directory, query: ListQuery, today: Day, perPage: number): FoundPage {
  const { q, sort = q === undefined ? 'newest' : 'relevance' } = query
  const found = q === undefined ? undefined : directory.search.find(q)
  const candidates = found
    ? found.ids.flatMap((id) => directory.petitions.get(id) ?? [])
    : [...directory.petitions.values()]
  const all = sorted(fitting(candidates, query), sort, today)
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const page = Math.min(query.page ?? 1, pages)
  return {
    petitions: all.slice((page - 1) * perPage, page * perPage),
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
