import type { Petition } from '../../shared/petition/petition'
import type { Submission } from '../../shared/petition/submission'
import { DomainError } from '../../shared/problem'
import type { DraftStore } from '../ports/draft-store'
import type { KeyRing } from '../ports/key-ring'
import type { Random } from '../ports/random'
import { openDraft } from '../signing/draft-seal'
import type { LinkOf } from '../signing/link-token'
import { type CommandDeps, createPetition } from './run-command'

export interface ConfirmPetitionDeps extends CommandDeps {
  readonly random: Random
  readonly keys: KeyRing
  readonly drafts: DraftStore
}

/**
 * Submits the petition whose author has confirmed the address; the same link again gives the same petition.
 * @throws DomainError `token-expired` when the draft is gone, and what `createPetition` throws
 */
export async function confirmPetition(
  deps: ConfirmPetitionDeps,
  link: LinkOf<'submit'>,
): Promise<{ readonly petition: Petition; readonly created: boolean }> {
  const submission = await draftOf(deps, link)
  if (!submission) {
    const petition = await deps.petitions.load(link.petitionId)
    if (petition) return { petition, created: false }
    throw new DomainError('token-expired')
  }
  const result = await createPetition(deps, submission)
  await deps.drafts.delete(submission.id)
  return result
}

/** What the author sent, while it waits for confirmation. */
export async function draftOf(
  deps: Pick<ConfirmPetitionDeps, 'drafts' | 'keys' | 'clock'>,
  link: LinkOf<'submit'>,
): Promise<Submission | undefined> {
  const sealed = await deps.drafts.load(link.petitionId, deps.clock.now())
  return sealed === undefined ? undefined : openDraft(deps.keys, sealed)
}
