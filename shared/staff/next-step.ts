import type { Petition } from '../petition/petition'
import { rolesOf } from './access'
import type { Role } from './staff-member'

/** What somebody at the desk has to do next so that an obligation is met. */
export const STEPS = [
  'check',
  'send-dossier',
  'transfer',
  'begin',
  'decide',
  'announce',
  'draft-answer',
  'sign-off',
  'publish-answer',
  'register-appeal',
  'answer-appeal',
] as const
export type Step = (typeof STEPS)[number]

/** Who takes a step, the one who usually does it first: those who may do what it asks for. */
export const STEP_ROLES: Readonly<Record<Step, readonly Role[]>> = {
  check: rolesOf('publish'),
  // R9: the installation sends it by itself; the NGO answers for it.
  'send-dossier': ['ngo-editor'],
  transfer: rolesOf('transfer'),
  begin: rolesOf('begin-consideration'),
  decide: rolesOf('decide'),
  announce: rolesOf('announce'),
  'draft-answer': rolesOf('draft-save'),
  'sign-off': rolesOf('draft-approve'),
  'publish-answer': rolesOf('draft-publish'),
  'register-appeal': rolesOf('register-appeal'),
  'answer-appeal': rolesOf('answer-appeal'),
}

/** How far the answer's private draft has come. */
export type DraftStage = 'none' | 'drafting' | 'awaiting' | 'approved'

const STEP_OF: Readonly<Record<string, Step>> = {
  R2: 'check',
  R9: 'send-dossier',
  R10: 'begin',
  R11: 'begin',
  R12: 'transfer',
  R13: 'decide',
  R14: 'decide',
  R17: 'announce',
}

/** The step that an open obligation under `rule` waits for. @throws Error for a rule that opens none */
export function nextStepOf(
  rule: string,
  petition: Pick<Petition, 'announcement' | 'appeal'>,
  draft: DraftStage,
): Step {
  if (rule === 'R8') return petition.appeal?.registrationNumber ? 'answer-appeal' : 'register-appeal'
  if (rule === 'R18') return answerStep(petition.announcement !== undefined, draft)
  const step = STEP_OF[rule]
  if (!step) throw new Error(`nobody takes a step for ${rule}`)
  return step
}

/** R18 after R17: what is signed off is published once the head has announced the decision. */
function answerStep(announced: boolean, draft: DraftStage): Step {
  if (draft === 'awaiting') return 'sign-off'
  if (draft !== 'approved') return 'draft-answer'
  return announced ? 'publish-answer' : 'announce'
}
