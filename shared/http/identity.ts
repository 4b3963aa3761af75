import * as z from 'zod'
import { petitionIdSchema } from './signing'

const trip = z.string().regex(/^[\w-]{12}$/, 'wrong-format')

/** `GET /identity/{provider}/begin` */
export const identifyQuery = z.strictObject({ petition: petitionIdSchema })

/** The form that leads to the provider; a ticked box comes as `on`. */
export const identifyForm = z.strictObject({
  petition: petitionIdSchema,
  noticeRead: z.literal('on').optional(),
})

/** `GET /identity/confirm` */
export const tripQuery = z.strictObject({ trip })

/** The form behind the button that signs, or leaves it. */
export const identityConfirmForm = z.strictObject({
  trip,
  form: z.string().max(64),
  act: z.enum(['sign', 'leave']),
})
