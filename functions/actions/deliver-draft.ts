import type { DraftStep } from '../../shared/petition/answer-draft'
import { type DraftNews, renderDraftNews } from '../../web/mail/draft'
import type { AnswerDrafts } from '../ports/answer-drafts'
import type { Clock } from '../ports/clock'
import type { Mailer } from '../ports/mailer'
import { type RecipientDeps, recipientsOf } from './recipients'
import { type ViewDeps, viewPetition } from './view-petition'

export interface DeliverDraftDeps extends RecipientDeps, ViewDeps {
  readonly clock: Clock
  readonly petitions: ViewDeps['petitions'] & RecipientDeps['petitions']
  readonly drafts: Pick<AnswerDrafts, 'step' | 'mailed'>
  readonly mailer: Mailer
  readonly publicUrl: string
}

/** Who is told of which step; of others nobody is. */
const TOLD: Partial<Record<DraftStep['kind'], 'head' | 'secretary'>> = {
  'sign-off-asked': 'head',
  returned: 'secretary',
  approved: 'secretary',
}

/**
 * Tells the head that a draft waits for the sign-off, or the secretary what became of it: at least once, and only
 * once as far as mail allows, since every attempt carries the same Message-ID.
 * @throws the mailer's error, so that the queue tries again
 */
export async function deliverDraft(
  deps: DeliverDraftDeps,
  petitionId: string,
  version: number,
): Promise<void> {
  const step = await deps.drafts.step(petitionId, version)
  const role = step && TOLD[step.kind]
  if (!role || step.mailedAt) return
  const { record, view } = await viewPetition(deps, petitionId)
  const to = await recipientsOf(deps, record.petition, role)
  if (to.length === 0) return
  const { publicUrl } = deps
  const mail = renderDraftNews({ news: step.kind as DraftNews, note: step.note, petition: view, publicUrl })
  const messageId = `<${petitionId}.draft-${version}@${new URL(publicUrl).hostname}>`
  await deps.mailer.send({ ...mail, to, messageId })
  await deps.drafts.mailed(petitionId, version, deps.clock.now())
}
