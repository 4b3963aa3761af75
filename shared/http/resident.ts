import * as z from 'zod'
import { IDENTITIES } from '../community/settings'
import { emailAddress } from '../signing/email-address'
import { petitionIdSchema } from './signing'

/** The form that asks for a link to one's own page. */
export const residentLinkForm = z.strictObject({ email: emailAddress })

/** The button behind that link. */
export const residentEnterForm = z.strictObject({ token: z.string().min(1).max(8192) })

/** The button that leads to an identity provider. */
export const residentIdentifyForm = z.strictObject({ level: z.enum(IDENTITIES).exclude(['email']) })

/** A form of one's own page about one petition; where none is named, about all. */
export const ownPetitionForm = z.strictObject({ petition: petitionIdSchema.optional() })

export const withdrawForm = z.strictObject({ petition: petitionIdSchema })

const place = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,120}$/)
  .optional()
  .catch(undefined)

/** Which petitions a page looks through; what does not fit is as if it were not there. */
export const mineQuery = z.object({
  community: z
    .string()
    .regex(/^[a-z0-9-]{1,64}$/)
    .optional()
    .catch(undefined),
  after: place,
  done: z.enum(['stopped', 'forgotten']).optional().catch(undefined),
})

export const eraseForm = z.strictObject({ after: place })
