import type { Instant } from '../../shared/calendar/day'
import type { DraftStep } from '../../shared/petition/answer-draft'

/** Private preparation of answers: steps that are only ever added. Read strongly consistent. */
export interface AnswerDrafts {
  /** The last step; undefined where nobody has begun. */
  last(petitionId: string): Promise<DraftStep | undefined>
  /** Every step, the newest first. */
  steps(petitionId: string): Promise<readonly DraftStep[]>
  step(petitionId: string, version: number): Promise<DraftStep | undefined>
  /** Notes that those whom a step concerns were told. */
  mailed(petitionId: string, version: number, at: Instant): Promise<void>
  /** Adds a step; false where somebody has taken its version. Durable on return. */
  add(petitionId: string, step: DraftStep): Promise<boolean>
}
