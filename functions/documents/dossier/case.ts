import type { Instant } from '../../../shared/calendar/day'
import { checkpointKey, verifierKeyKey } from '../../../shared/log/addresses'
import { type OpenDataPetition, openDataOf } from '../../../shared/petition/open-data'
import type { Petition } from '../../../shared/petition/petition'
import { isPublic } from '../../../shared/petition/project'
import type { PetitionView } from '../../../shared/petition/view'
import { DomainError } from '../../../shared/problem'
import { type ViewDeps, viewPetition } from '../../actions/view-petition'
import type { ObjectStore } from '../../ports/object-store'

export interface CaseDeps extends ViewDeps {
  readonly objects: ObjectStore
  readonly publicUrl: string
}

/** All of a dossier but its signers: a petition as it stood at one moment. */
export interface PetitionCase {
  readonly petition: PetitionView
  readonly host: Petition['host']
  readonly dispatchedAt: Instant | undefined
  /** Entries of the log that the count is of. */
  readonly leaves: number
  readonly openData: OpenDataPetition | undefined
  readonly log: { readonly checkpoint: string; readonly verifierKey: string } | undefined
  readonly madeAt: Instant
  readonly publicUrl: string
}

/** How often it is read again while the log grows under the reading. */
const READINGS = 5

/**
 * Reads a petition with the checkpoint of the same size of its log, as far as they can be met together: while many
 * people sign, the checkpoint may be a little newer than the count.
 * @throws DomainError `petition-not-found`
 */
export async function readCase(deps: CaseDeps, petitionId: string): Promise<PetitionCase> {
  for (let reading = 1; ; reading++) {
    const { record, view } = await viewPetition(deps, petitionId)
    const log = await readLog(deps.objects, petitionId)
    const { applied, count } = record.log
    if (log && sizeOf(log.checkpoint) !== applied && reading < READINGS) continue
    const community = await deps.communities.community(record.petition.communityId)
    if (!community) throw new DomainError('community-not-found')
    const { petition } = record
    return {
      petition: view,
      host: petition.host,
      dispatchedAt: petition.dispatchedAt,
      leaves: applied,
      openData: isPublic(petition) ? openDataOf(petition, community, count, deps.publicUrl) : undefined,
      log,
      madeAt: deps.clock.now(),
      publicUrl: deps.publicUrl,
    }
  }
}

async function readLog(objects: ObjectStore, petitionId: string): Promise<PetitionCase['log']> {
  const [checkpoint, key] = await Promise.all([
    objects.get(checkpointKey(petitionId)),
    objects.get(verifierKeyKey(petitionId)),
  ])
  if (!checkpoint || !key) return undefined
  const text = new TextDecoder()
  return { checkpoint: text.decode(checkpoint), verifierKey: text.decode(key).trim() }
}

/** The size is the second line of a checkpoint (C2SP tlog-checkpoint). */
function sizeOf(checkpoint: string): number {
  return Number(checkpoint.split('\n')[1])
}
