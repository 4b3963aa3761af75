/**
 * Tells everything in this process that remembers petitions of each one saved here, so that a confirmation
 * right after a withdrawal meets the withdrawal. A function that runs alone in its process tells only itself;
 * what others save it learns within a second, when its memory runs out.
 */
export class PetitionSaves {
  readonly #listeners = new Set<(petitionId: string) => void>()

  listen(listener: (petitionId: string) => void): void {
    this.#listeners.add(listener)
  }

  tell(petitionId: string): void {
    for (const listener of this.#listeners) listener(petitionId)
  }
}
