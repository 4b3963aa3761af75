import type { Instant } from '../calendar/day'
import type { CalendarSettings } from '../calendar/working-calendar'
import type { Petition } from '../petition/petition'
import { projectDeadline } from '../petition/project'
import type { DeadlineView } from '../petition/view'
import { isOpen } from '../procedure/duties'
import { type DraftStage, nextStepOf, STEP_ROLES, type Step } from './next-step'
import type { Role } from './staff-member'
import { type Urgency, urgencyOf, workingDaysOverdue } from './urgency'

/** One obligation in the queue, with the step that it waits for. */
export interface QueueTask<Case> {
  readonly petition: Case
  readonly deadline: DeadlineView
  readonly urgency: Urgency
  readonly step: Step
  /** Who takes the step, the one who usually does it first. */
  readonly roles: readonly Role[]
  /** Whole working days since it was missed. */
  readonly workingDaysOverdue: number
}

/** What a petition asks of its staff at `now`. */
export function tasksOf(
  petition: Petition,
  draft: DraftStage,
  now: Instant,
  calendar: CalendarSettings,
): QueueTask<Petition>[] {
  const open = petition.obligations.filter(isOpen)
  const early = draft === 'awaiting' && !open.some(({ rule }) => rule === 'R18')
  return open.flatMap((obligation) => {
    const step = nextStepOf(obligation.rule, petition, draft)
    const task = (step: Step): QueueTask<Petition> => ({
      petition,
      deadline: projectDeadline(obligation, now, calendar),
      urgency: urgencyOf(obligation.dueAt, now),
      step,
      roles: STEP_ROLES[step],
      workingDaysOverdue: workingDaysOverdue(obligation.dueAt, now, calendar),
    })
    // An answer may be prepared, and wait for the head, before the council has decided.
    return early && obligation.rule === 'R13' ? [task('sign-off'), task(step)] : [task(step)]
  })
}

/** Whether somebody with these roles takes the task's step. Operators answer for the whole installation. */
export function isMine(task: Pick<QueueTask<unknown>, 'roles'>, roles: readonly Role[]): boolean {
  return roles.some((role) => role === 'operator' || task.roles.includes(role))
}

/** What is due first stands first; what falls due together goes by the petition's number. */
export function byDue(a: QueueTask<{ number: number }>, b: QueueTask<{ number: number }>): number {
  if (a.deadline.due !== b.deadline.due) return a.deadline.due < b.deadline.due ? -1 : 1
  return a.petition.number - b.petition.number
}
