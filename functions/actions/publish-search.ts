import type { Community } from '../../shared/community/settings'
import type { Petition } from '../../shared/petition/petition'
import { projectCommunity } from '../../shared/petition/project'
import type { PetitionSummary } from '../../shared/petition/view'
import { searchTerms } from '../../shared/search/petition-search'
import {
  partSignature,
  SEARCH_NOW,
  SEARCH_PART,
  type SearchEntry,
  type SearchNow,
  searchPartKey,
} from '../../shared/search/published'
import { chunksOf } from '../in-parallel'
import type { ObjectStore } from '../ports/object-store'
import { PAGE_CACHE_SECONDS, publish } from './publishing'

/** Petitions as the table has them and as a list shows them, both newest first. */
export interface Searchable {
  readonly published: readonly Petition[]
  readonly petitions: readonly PetitionSummary[]
  readonly communities: readonly Community[]
}

/**
 * Publishes what the search is made of: parts that never change once they are full, and what changes beside them.
 * Terms are made only for parts that are new; a signature has nothing of a part written again.
 */
export async function publishSearch(objects: ObjectStore, searchable: Searchable): Promise<void> {
  const before = await searchNow(objects)
  const parts = chunksOf(searchable.published.toReversed(), SEARCH_PART)
  const byId = new Map(searchable.petitions.map((summary) => [summary.id, summary]))
  const signatures = parts.map(partSignature)
  for (const [place, part] of parts.entries()) {
    if (before?.parts[place] === signatures[place]) continue
    const entries = part.flatMap((petition) => {
      const summary = byId.get(petition.id)
      return summary ? [entryOf(petition, summary)] : []
    })
    const body = JSON.stringify(entries)
    await publish(objects, { key: searchPartKey(place), body, cacheSeconds: PAGE_CACHE_SECONDS })
  }
  const body = JSON.stringify(nowOf(searchable, signatures))
  await publish(objects, { key: SEARCH_NOW, body, cacheSeconds: PAGE_CACHE_SECONDS })
}

async function searchNow(objects: ObjectStore): Promise<SearchNow | undefined> {
  const body = await objects.get(SEARCH_NOW)
  return body && (JSON.parse(new TextDecoder().decode(body)) as SearchNow)
}

function entryOf(petition: Petition, summary: PetitionSummary): SearchEntry {
  const {
    community,
    status: _status,
    outcome: _outcome,
    count: _count,
    thresholdReachedAt: _at,
    ...fixed
  } = summary
  return { ...fixed, communityId: community.id, terms: searchTerms(petition) }
}

function nowOf({ petitions, communities }: Searchable, parts: readonly string[]): SearchNow {
  const states = petitions.map(({ id, status, outcome, count }) => [
    id,
    { status, count, ...(outcome && { outcome }) },
  ])
  return { parts, communities: communities.map(projectCommunity), states: Object.fromEntries(states) }
}
