import * as z from 'zod'
import { GROUND_CODES } from '../petition/grounds'
import { annulmentBody } from './annulment'
import { LIMITS } from './limits'
import { isPlainText, lineSchema, textSchema } from './plain-text'

const statement = textSchema(LIMITS.statement)
const reason = textSchema(LIMITS.reason)
const url = z
  .url({ protocol: /^https?$/, error: 'wrong-url' })
  .max(2048)
  .refine((address) => isPlainText(address) && !/\s/.test(address), 'wrong-url')
  .meta({ description: 'http or https address' })
const day = z.iso.date({ error: 'wrong-date' }).meta({ description: 'Kyiv calendar date' })

/**
 * Bodies of `POST /api/v1/staff/petitions/{id}/{action}`, by action. All are strict.
 * The statute's items: publish and reject 6, transfer 12, begin-consideration 11, order-draft 13,
 * extend 15, announce 16, answer 17, appeals 9, annul 8, keep-consideration and resume-collection 2.
 */
export const staffActions = {
  publish: z.strictObject({}),
  reject: z.strictObject({ ground: z.enum(GROUND_CODES), explanation: statement }),
  transfer: z.strictObject({}),
  'begin-consideration': z.strictObject({}),
  'order-draft': z.strictObject({}),
  extend: z.strictObject({ dueOn: day, reason, url: url.optional() }),
  decide: z.strictObject({ outcome: z.enum(['supported', 'not-supported']), text: statement }),
  announce: z.strictObject({ statement: statement.optional() }),
  answer: z.strictObject({ text: statement, reasons: statement }),
  'register-appeal': z.strictObject({
    registrationNumber: lineSchema({ min: 1, max: 60 }),
    term: z.enum(['15-days', '1-month', '45-days']).optional(),
    reason: reason.optional(),
  }),
  'answer-appeal': z.strictObject({ text: statement }),
  annul: annulmentBody,
  'keep-consideration': z.strictObject({ reason }),
  'resume-collection': z.strictObject({ reason }),
} as const

export type StaffAction = keyof typeof staffActions
export type StaffActionBody<A extends StaffAction> = z.output<(typeof staffActions)[A]>

/** Actions that are one command on the petition; annulling is more. */
export type StaffStep = Exclude<StaffAction, 'annul'>

export const STAFF_ACTIONS = Object.keys(staffActions) as [StaffAction, ...StaffAction[]]

export function isStaffAction(name: string): name is StaffAction {
  return Object.hasOwn(staffActions, name)
}
