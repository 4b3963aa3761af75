import type { PetitionSummary } from '../../shared/petition/view'

/** Published petitions that ask for much the same. */
export interface SimilarPetitions {
  /**
   * The most alike first; none where nothing is alike.
   * @throws Error where they cannot be looked for now
   */
  similarTo(wish: SimilarQuery): Promise<readonly PetitionSummary[]>
}

export interface SimilarQuery {
  readonly communityId: string
  /** Checked as R1 demands. */
  readonly title: string
}
