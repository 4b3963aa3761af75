import { type Holdings, joined, NOTHING } from '../../shared/resident/holdings'
import type { CommunityStore } from '../ports/community-store'
import { type HoldingsDeps, holdingsAmong } from './holdings'
import type { Person } from './person'

export interface SearchDeps extends HoldingsDeps {
  readonly communities: Pick<CommunityStore, 'communities'>
}

/** Published petitions looked through for one page. */
export const PETITIONS_A_PAGE = 500

/** What was found, and among how many petitions. */
export interface Found {
  readonly held: Holdings
  readonly searched: number
  /** There are older petitions. */
  readonly next?: string
}

/** What is held about somebody among the newest 500 published petitions, or the 500 after a place. */
export async function searchPage(
  deps: HoldingsDeps,
  person: Person,
  where: { readonly community?: string | undefined; readonly after?: string | undefined },
): Promise<Found> {
  const { items, nextCursor } = await deps.holdings.published({
    communityId: where.community,
    cursor: where.after,
    limit: PETITIONS_A_PAGE,
  })
  const held = await holdingsAmong(deps, person, items)
  return { held, searched: items.length, ...(nextCursor !== undefined && { next: nextCursor }) }
}

/**
 * What is held about somebody at all, for as long as there is time; at least one page is looked through.
 * @param after where an earlier search ended
 */
export async function searchAll(
  deps: SearchDeps,
  person: Person,
  { after, hasTime }: { readonly after?: string | undefined; readonly hasTime: () => boolean },
): Promise<Found> {
  let found: Found = { held: NOTHING, searched: 0, ...(after !== undefined && { next: after }) }
  // Those that never were published come first: there are few, and only their author has anything there.
  if (after === undefined) found = { held: await ofUnpublished(deps, person), searched: 0 }
  do {
    const page = await searchPage(deps, person, { after: found.next })
    const { next, searched } = page
    found = {
      held: joined(found.held, page.held),
      searched: found.searched + searched,
      ...(next !== undefined && { next }),
    }
  } while (found.next !== undefined && hasTime())
  return found
}

async function ofUnpublished(deps: SearchDeps, person: Person): Promise<Holdings> {
  if (person.email === undefined) return NOTHING
  const communities = await deps.communities.communities()
  const places = await Promise.all(communities.map(({ id }) => deps.holdings.unpublished(id)))
  return holdingsAmong(deps, person, places.flat())
}
