import type { Day } from '../calendar/day'
import { topicOf } from '../petition/topic'
import type { PetitionSummary } from '../petition/view'
import type { ListQuery, Sort } from './list-query'

/** Petitions of a list that fit its filters; words and order are not looked at. */
export function fitting(petitions: readonly PetitionSummary[], query: ListQuery): PetitionSummary[] {
  const { community, status, topic } = query
  return petitions.filter(
    (petition) =>
      (community === undefined || petition.community.id === community) &&
      (status === undefined || petition.status === status) &&
      (topic === undefined || topicOf(petition) === topic),
  )
}

/**
 * Petitions in an order of the list. Those that the order says nothing of come last, newest first.
 * @param petitions newest first, or best first for `relevance`
 * @param today Kyiv day: what ended before it does not end soon
 */
export function sorted(petitions: readonly PetitionSummary[], sort: Sort, today: Day): PetitionSummary[] {
  switch (sort) {
    case 'relevance':
      return [...petitions]
    case 'newest':
      return petitions.toSorted(newestFirst)
    case 'signatures':
      return petitions.toSorted((a, b) => b.count - a.count || newestFirst(a, b))
    case 'ending':
      return first(
        petitions,
        ({ status, closesOn }) => status === 'collecting' && closesOn !== undefined && closesOn >= today,
        (a, b) => (a.closesOn! < b.closesOn! ? -1 : a.closesOn! > b.closesOn! ? 1 : 0),
      )
    case 'nearest':
      return first(
        petitions,
        ({ status, count, threshold }) => status === 'collecting' && count < threshold,
        (a, b) => shareOf(b) - shareOf(a),
      )
  }
}

/** How far a petition has come towards its threshold; more than 1 where it went on. */
export function shareOf({ count, threshold }: Pick<PetitionSummary, 'count' | 'threshold'>): number {
  return count / threshold
}

type Order = (a: PetitionSummary, b: PetitionSummary) => number

function newestFirst(a: PetitionSummary, b: PetitionSummary): number {
  const [mine, other] = [a.publishedAt ?? '', b.publishedAt ?? '']
  return mine < other ? 1 : mine > other ? -1 : 0
}

function first(petitions: readonly PetitionSummary[], is: (p: PetitionSummary) => boolean, order: Order) {
  const [chosen, rest] = [petitions.filter(is), petitions.filter((petition) => !is(petition))]
  return [...chosen.sort((a, b) => order(a, b) || newestFirst(a, b)), ...rest.sort(newestFirst)]
}
