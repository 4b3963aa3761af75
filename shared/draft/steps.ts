import * as z from 'zod'
import { submitBody } from '../http/signing'
import type { DraftField } from './draft'

/** The steps of submitting a petition, in their order. */
export const STEPS = ['idea', 'text', 'similar', 'author', 'preview'] as const
export type Step = (typeof STEPS)[number]

/** What each step asks for. */
export const STEP_FIELDS: Readonly<Record<Step, readonly DraftField[]>> = {
  idea: ['title', 'topic'],
  text: ['text', 'wantsHearing'],
  similar: [],
  author: ['author.surname', 'author.givenName', 'author.patronymic', 'author.email', 'noticeRead'],
  preview: [],
}

const { title, topic, text, wantsHearing, author, noticeRead } = submitBody.shape

/** What R1 (items 3 and 4) demands of each step, as the API demands it of the whole. */
export const STEP_SCHEMAS = {
  idea: z.object({ title, topic }),
  text: z.object({ text, wantsHearing }),
  similar: z.object({}),
  author: z.object({ author, noticeRead }),
  preview: z.object({}),
} as const satisfies Record<Step, z.ZodType>

export function isStep(name: string | undefined): name is Step {
  return (STEPS as readonly (string | undefined)[]).includes(name)
}

/** The step after this one; the last follows itself. */
export function stepAfter(step: Step): Step {
  return STEPS[Math.min(STEPS.indexOf(step) + 1, STEPS.length - 1)]!
}

/** The steps before this one, in their order. */
export function stepsBefore(step: Step): readonly Step[] {
  return STEPS.slice(0, STEPS.indexOf(step))
}
