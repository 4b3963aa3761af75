import { projectPetition } from '../../shared/petition/project'
import type { PetitionView } from '../../shared/petition/view'
import { DomainError } from '../../shared/problem'
import type { Clock } from '../ports/clock'
import type { CommunityStore } from '../ports/community-store'
import type { LogKey } from '../ports/log-signer'
import type { PetitionRecord, PetitionStore } from '../ports/petition-store'
import { verifierKeyOf } from './publish-verifier-key'

export interface ViewDeps {
  readonly clock: Clock
  readonly petitions: Pick<PetitionStore, 'loadRecord'>
  readonly communities: CommunityStore
  /** Lets the view tell the key that checks the petition's log. */
  readonly logSigner?: LogKey
}

/**
 * A petition as readers see it, whether published yet or not: the caller asks `isPublic` first.
 * @throws DomainError `petition-not-found`
 */
export async function viewPetition(
  deps: ViewDeps,
  petitionId: string,
): Promise<{ readonly record: PetitionRecord; readonly view: PetitionView }> {
  const record = await deps.petitions.loadRecord(petitionId)
  if (!record) throw new DomainError('petition-not-found')
  const [community, calendar] = await Promise.all([
    deps.communities.community(record.petition.communityId),
    deps.communities.calendar(),
  ])
  if (!community) throw new DomainError('community-not-found')
  const view = projectPetition({ ...record, community, calendar, now: deps.clock.now() })
  return { record, view: await withVerifierKey(view, deps.logSigner) }
}

async function withVerifierKey(view: PetitionView, logSigner: LogKey | undefined): Promise<PetitionView> {
  if (!view.log || !logSigner) return view
  return { ...view, log: { ...view.log, verifierKey: await verifierKeyOf(logSigner, view.log.origin) } }
}
