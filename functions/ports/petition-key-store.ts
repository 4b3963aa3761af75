/** A petition's key as the table holds it. */
export interface StoredPetitionKey {
  readonly petitionId: string
  readonly sealed: string
}

/** How far a round through all petitions' keys has come. */
export interface KeyRenewal {
  /** Id of the key that the round seals under. */
  readonly under: string
  readonly communityId?: string
  /** Position within that community; opaque. */
  readonly after?: string
  readonly done: boolean
}

/** Petitions' sealed keys, to be sealed anew. */
export interface PetitionKeyStore {
  renewal(): Promise<KeyRenewal | undefined>
  setRenewal(renewal: KeyRenewal): Promise<void>
  /** Keys of a community's petitions, published or not; `next` while there may be more. */
  page(
    communityId: string,
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly items: readonly StoredPetitionKey[]; readonly next?: string }>
  /** Puts one sealing in the place of another; nothing where that is no longer there. */
  replace(before: StoredPetitionKey, sealed: string): Promise<void>
}
