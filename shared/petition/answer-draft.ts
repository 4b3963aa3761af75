import type { Instant } from '../calendar/day'
import { DomainError } from '../problem'
import type { By } from '../procedure/event'
import type { DraftStage } from '../staff/next-step'
import type { Petition } from './petition'

/** The answer as it is being prepared. */
export interface AnswerText {
  readonly text: string
  readonly reasons: string
}

/**
 * One step of the private preparation of an answer (R18), with the whole text as it was then. Steps are only ever
 * added; none is an event of the public journal.
 */
export interface DraftStep extends AnswerText {
  /** 1, 2, 3 … within one petition. */
  readonly version: number
  readonly kind: 'saved' | 'sign-off-asked' | 'taken-back' | 'returned' | 'approved' | 'published'
  readonly at: Instant
  readonly by: By
  /** Why the head returned it. */
  readonly note?: string
  /** When those whom it concerns were told by mail. */
  readonly mailedAt?: Instant
}

export type DraftCommand =
  | ({ readonly type: 'save' } & AnswerText)
  | { readonly type: 'ask' }
  | { readonly type: 'take-back' }
  | { readonly type: 'return'; readonly note: string }
  | { readonly type: 'approve' }
  | { readonly type: 'publish' }

const KIND = {
  save: 'saved',
  ask: 'sign-off-asked',
  'take-back': 'taken-back',
  return: 'returned',
  approve: 'approved',
  publish: 'published',
} as const satisfies Record<DraftCommand['type'], DraftStep['kind']>

/** How far the draft has come. */
export function stageOf(last: DraftStep | undefined): DraftStage {
  if (!last) return 'none'
  if (last.kind === 'sign-off-asked') return 'awaiting'
  return last.kind === 'approved' || last.kind === 'published' ? 'approved' : 'drafting'
}

/** What may be done with the draft now, whoever does it. `signOff`: nothing is published before the head agrees. */
export function draftCommands(
  petition: Pick<Petition, 'status' | 'announcement'>,
  last: DraftStep | undefined,
  signOff: boolean,
): DraftCommand['type'][] {
  if (petition.status !== 'consideration') return []
  const ready = stageOf(last) === 'approved' || (!signOff && last !== undefined)
  const publish = ready && petition.announcement ? (['publish'] as const) : []
  switch (stageOf(last)) {
    case 'none':
      return ['save']
    case 'drafting':
      return signOff ? ['save', 'ask'] : ['save', 'ask', ...publish]
    case 'awaiting':
      return ['take-back', 'return', 'approve']
    case 'approved':
      return ['save', ...publish]
  }
}

/**
 * The step that follows a command.
 * @throws DomainError `wrong-status` where the draft's stage has no place for it
 */
export function draftStepOf(
  petition: Pick<Petition, 'status' | 'announcement'>,
  last: DraftStep | undefined,
  command: DraftCommand,
  at: { readonly now: Instant; readonly by: By; readonly signOff: boolean },
): DraftStep {
  if (!draftCommands(petition, last, at.signOff).includes(command.type)) throw new DomainError('wrong-status')
  const { text, reasons } = command.type === 'save' ? command : last!
  return {
    version: (last?.version ?? 0) + 1,
    kind: KIND[command.type],
    text,
    reasons,
    at: at.now,
    by: at.by,
    ...(command.type === 'return' && { note: command.note }),
  }
}
