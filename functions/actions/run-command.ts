import { change } from '../../shared/petition/change'
import type { Command } from '../../shared/petition/commands'
import type { Petition } from '../../shared/petition/petition'
import { type Submission, submit } from '../../shared/petition/submission'
import { DomainError } from '../../shared/problem'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import { type PetitionStore, VersionConflict } from '../ports/petition-store'
import type { Random } from '../ports/random'

export interface CommandDeps {
  readonly clock: Clock
  readonly petitions: PetitionStore
  readonly communities: CommunityStore
}

const ATTEMPTS = 8

/**
 * Decides a command on the petition as it is stored and saves what follows in one transaction.
 * Somebody else's change in between makes it read and decide again.
 * @param mayStill asked before each decision about the petition as it then is; throws where it must not be taken
 * @returns the petition afterwards, unchanged where nothing followed
 * @throws DomainError `petition-not-found`, `conflict`, and what `decide` throws
 */
export async function runCommand(
  deps: CommandDeps,
  petitionId: string,
  command: Command,
  mayStill?: (petition: Petition) => Promise<void>,
): Promise<Petition> {
  const calendar = await deps.communities.calendar()
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const petition = await deps.petitions.load(petitionId)
    if (!petition) throw new DomainError('petition-not-found')
    await mayStill?.(petition)
    const next = change(petition, command, deps.clock.now(), calendar)
    if (!next) return petition
    try {
      await deps.petitions.save(next, petition.version)
      return next.petition
    } catch (error) {
      if (!(error instanceof VersionConflict)) throw error
    }
  }
  throw new DomainError('conflict')
}

/**
 * Registers a petition whose author has confirmed the address; the same id again gives the stored one.
 * @throws DomainError `community-not-found`, `host-not-found`, `host-not-for-community`
 */
export async function createPetition(
  deps: CommandDeps & { readonly random: Random },
  submission: Submission,
): Promise<{ readonly petition: Petition; readonly created: boolean }> {
  const known = await deps.petitions.load(submission.id)
  if (known) return { petition: known, created: false }
  const place = await placeOf(deps.communities, submission)
  const number = await deps.communities.nextNumber(submission.communityId)
  const calendar = await deps.communities.calendar()
  const next = submit(submission, { ...place, number }, deps.clock.now(), calendar)
  try {
    await deps.petitions.create(next, submission.email, deps.random.bytes(32))
    return { petition: next.petition, created: true }
  } catch (error) {
    if (!(error instanceof VersionConflict)) throw error
    return { petition: (await deps.petitions.load(submission.id))!, created: false }
  }
}

/** The community and host of a submission, where they fit together. */
export async function placeOf(
  communities: CommunityStore,
  where: { readonly communityId: string; readonly hostId: string },
) {
  const community = await communities.community(where.communityId)
  if (!community) throw new DomainError('community-not-found')
  const host = await communities.host(where.hostId)
  if (!host) throw new DomainError('host-not-found')
  if (!host.communities.includes(community.id)) throw new DomainError('host-not-for-community')
  return { community, host }
}
