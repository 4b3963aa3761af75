import { likeness } from '../../shared/petition/likeness'
import { projectSummary } from '../../shared/petition/project'
import type { CommunityStore } from '../ports/community-store'
import type { CountReader } from '../ports/count-reader'
import type { PetitionStore } from '../ports/petition-store'
import type { SimilarPetitions } from '../ports/similar-petitions'

export interface SimilarDeps {
  readonly petitions: Pick<PetitionStore, 'published'>
  readonly communities: Pick<CommunityStore, 'community'>
  readonly counts: CountReader
}

/** Newest petitions that are looked at. */
const LOOKED_AT = 500
/** More than a handful nobody reads. */
const MOST = 5
/** Below this two petitions only share a word. */
const ALIKE = 0.34

/** Finds similar petitions of a community among its newest, by the words of their titles and texts. */
export function similarPetitions({ petitions, communities, counts }: SimilarDeps): SimilarPetitions {
  return {
    async similarTo(wish) {
      const { communityId } = wish
      const [community, { items }] = await Promise.all([
        communities.community(communityId),
        petitions.published({ communityId, limit: LOOKED_AT }),
      ])
      const ranked = items
        .filter(({ status }) => status !== 'withdrawn')
        .map((petition) => ({ petition, score: likeness(wish, petition) }))
        .filter(({ score }) => score >= ALIKE)
        .sort((a, b) => b.score - a.score)
        .slice(0, MOST)
        .map(({ petition }) => petition)
      if (!community || ranked.length === 0) return []
      const counted = await counts.counts(ranked.map(({ id }) => id))
      return ranked.map((one) => projectSummary(one, community, counted.get(one.id)?.count ?? 0))
    },
  }
}
