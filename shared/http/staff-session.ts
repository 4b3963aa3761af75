import * as z from 'zod'
import { emailAddress } from '../signing/email-address'

/** `POST /api/v1/staff/sign-in` */
export const signInBody = z.strictObject({ email: emailAddress })

/** `POST /api/v1/staff/session`: the token of a mailed link. */
export const tokenBody = z.strictObject({ token: z.string().min(1).max(4096) })
