import {
  type AnswerText,
  type DraftCommand,
  type DraftStep,
  draftCommands,
  draftStepOf,
} from '../../shared/petition/answer-draft'
import type { Petition } from '../../shared/petition/petition'
import { DomainError } from '../../shared/problem'
import type { By } from '../../shared/procedure/event'
import { mayDo, petitionAsResource } from '../../shared/staff/may-do'
import type { StaffMember } from '../../shared/staff/staff-member'
import type { AnswerDrafts } from '../ports/answer-drafts'
import { actorOf, performAction, type StaffActionDeps } from './staff-action'
import { type ViewDeps, viewPetition } from './view-petition'

export interface AnswerDraftDeps extends Omit<StaffActionDeps, 'petitions'>, Omit<ViewDeps, 'petitions'> {
  readonly petitions: StaffActionDeps['petitions'] & ViewDeps['petitions']
  readonly drafts: AnswerDrafts
}

/** What the desk asks for: a step of the draft; asking for the sign-off brings the text that it is asked for. */
export type DraftWish =
  | Exclude<DraftCommand, { type: 'ask' }>
  | { readonly type: 'ask'; readonly text: AnswerText }

/** What others did with the draft after the form was shown; nothing was written. */
export interface StaleDraft {
  readonly steps: readonly DraftStep[]
}

/**
 * A petition with its draft, to those who may answer it.
 * @throws DomainError `petition-not-found`, `forbidden`
 */
export async function openDraftCase(deps: AnswerDraftDeps, member: StaffMember, petitionId: string) {
  const { record, view } = await viewPetition(deps, petitionId)
  if (!mayDo(member, 'read-draft', petitionAsResource(record.petition))) throw new DomainError('forbidden')
  const [steps, community] = await Promise.all([
    deps.drafts.steps(petitionId),
    deps.communities.community(record.petition.communityId),
  ])
  return { record, view, steps, signOff: community?.answerSignOff ?? true }
}

/** What the member may do with the draft now. */
export function commandsFor(
  member: StaffMember,
  petition: Petition,
  last: DraftStep | undefined,
  signOff: boolean,
): DraftCommand['type'][] {
  const resource = petitionAsResource(petition)
  return draftCommands(petition, last, signOff).filter((command) =>
    mayDo(member, `draft-${command}`, resource),
  )
}

/**
 * Takes a step with the draft. A sign-off publishes the answer at once where the decision is announced (R17, R18):
 * the answer itself is the same act as the API's, so that its terms, journal and mails are.
 * @param seen version of the last step that the form knew
 * @returns what others did after that, in which case nothing was done
 * @throws DomainError `forbidden`, `wrong-status`, and what answering throws
 */
export async function takeDraftStep(
  deps: AnswerDraftDeps,
  member: StaffMember,
  petitionId: string,
  seen: number,
  wish: DraftWish,
): Promise<StaleDraft | undefined> {
  const { record, steps, signOff } = await openDraftCase(deps, member, petitionId)
  const { petition } = record
  const by = actorOf(member, petition, `draft-${wish.type}`)
  const others = steps.filter(({ version, by }) => version > seen && by.staffId !== member.id)
  if (others.length > 0) return { steps: others }
  const draft = new Draft(deps, petition, { by, signOff }, steps[0])
  if (wish.type === 'ask') {
    await draft.keep(wish.text)
    return draft.take({ type: 'ask' })
  }
  if (wish.type === 'publish') {
    await draft.publish(member)
    return undefined
  }
  const stale = await draft.take(wish)
  if (!stale && wish.type === 'approve' && petition.announcement) await draft.publish(member)
  return stale
}

/** A draft that somebody works with: each step builds on the one before. */
class Draft {
  constructor(
    readonly deps: AnswerDraftDeps,
    readonly petition: Petition,
    readonly as: { readonly by: By; readonly signOff: boolean },
    public last: DraftStep | undefined,
  ) {}

  /** @returns the step that somebody else took at the same moment */
  async take(command: DraftCommand): Promise<StaleDraft | undefined> {
    const now = this.deps.clock.now()
    const step = draftStepOf(this.petition, this.last, command, { now, ...this.as })
    if (await this.deps.drafts.add(this.petition.id, step)) {
      this.last = step
      return undefined
    }
    const taken = await this.deps.drafts.step(this.petition.id, step.version)
    return { steps: taken ? [taken] : [] }
  }

  /** Saves the text unless it is what is saved already. */
  async keep({ text, reasons }: AnswerText): Promise<void> {
    if (this.last?.text === text && this.last.reasons === reasons) return
    await this.take({ type: 'save', text, reasons })
  }

  /** Answers the petition with what is saved. A repeat after a failure in between is told that it is done. */
  async publish(member: StaffMember): Promise<void> {
    if (!draftCommands(this.petition, this.last, this.as.signOff).includes('publish')) {
      throw new DomainError('wrong-status')
    }
    const { text, reasons } = this.last!
    await performAction(this.deps, member, this.petition.id, 'answer', { text, reasons })
    await this.take({ type: 'publish' })
  }
}
