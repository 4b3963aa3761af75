import { areNamesKept } from '../../shared/petition/tick'
import { DomainError, type ProblemCode } from '../../shared/problem'
import type { Clock } from '../ports/clock'
import type { PetitionStore } from '../ports/petition-store'

/** What the search for a signature ends with where its row or the petition's key is gone. */
const GONE: readonly ProblemCode[] = ['signature-not-found', 'petition-not-found']

/**
 * Does what needs a signature's row. Where it fails because the names' term is over, it says so, rather than that
 * the signature never was.
 * @throws DomainError `names-erased`, and what `work` throws
 */
export async function whileNamesAreKept<T>(
  { clock, petitions }: { readonly clock: Clock; readonly petitions: Pick<PetitionStore, 'load'> },
  petitionId: string,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof DomainError && GONE.includes(error.code))) throw error
    const petition = await petitions.load(petitionId)
    throw petition && !areNamesKept(petition, clock.now()) ? new DomainError('names-erased') : error
  }
}
