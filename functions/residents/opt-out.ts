import type { Holdings } from '../../shared/resident/holdings'
import { unfollowPetition } from '../actions/follow-petition'
import { inParallel } from '../in-parallel'
import type { ContactStore } from '../ports/contact-store'
import type { FollowerStore } from '../ports/follower-store'
import type { KeyRing } from '../ports/key-ring'

export interface OptOutDeps {
  readonly keys: KeyRing
  readonly followers: FollowerStore
  readonly contacts: Pick<ContactStore, 'delete'>
}

const ROWS_AT_ONCE = 16

/** Ends the news of these petitions for an address; as often as it is asked for. */
export async function stopNews(
  deps: OptOutDeps,
  email: string,
  petitionIds: readonly string[],
): Promise<void> {
  await inParallel(petitionIds, ROWS_AT_ONCE, (petitionId) => unfollowPetition(deps, { petitionId, email }))
}

/** Forgets the addresses that are kept to tell of an annulment. */
export async function forgetContacts(deps: OptOutDeps, signatures: Holdings['signatures']): Promise<void> {
  await inParallel(signatures, ROWS_AT_ONCE, async ({ petition, index }) => {
    if (index !== undefined) await deps.contacts.delete(petition.id, index)
  })
}
