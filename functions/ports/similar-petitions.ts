import type { PetitionSummary } from '../../shared/petition/view'

/** Published petitions that ask for much the same. */
export interface SimilarPetitions {
  /** The most alike first; none where nothing is alike. */
  similarTo(wish: SimilarQuery): Promise<readonly PetitionSummary[]>
}

export interface SimilarQuery {
  readonly communityId: string
  readonly title: string
  readonly text: string
}
