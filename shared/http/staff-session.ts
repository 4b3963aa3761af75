import * as z from 'zod'
import { emailAddress } from '../signing/email-address'
import { petitionIdSchema } from './signing'

/** `POST /api/v1/staff/sign-in` */
export const signInBody = z.strictObject({ email: emailAddress })

/** The form of the same at the desk: also of which petition the reader wanted to see the page. */
export const signInForm = signInBody.extend({ petition: petitionIdSchema.optional() })

/** The form of a mailed link's page. */
export const tokenBody = z.strictObject({ token: z.string().min(1).max(4096) })
