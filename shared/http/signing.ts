import * as z from 'zod'
import { LOCALES } from '../locale'
import { TOPIC_CODES } from '../petition/topic'
import { emailAddress } from '../signing/email-address'
import { personSchema } from '../signing/person'
import { LIMITS } from './limits'
import { lineSchema, textSchema } from './plain-text'

export const petitionIdSchema = z
  .string()
  .regex(/^[0-9a-z]{1,32}$/, 'wrong-format')
  .meta({ description: 'Petition id', example: '4k2m9x7qbd' })

const slug = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, 'wrong-format')
const locale = z.enum(LOCALES).meta({ description: 'Language of the mail and of problems; uk by default' })

/** What shows that a person is at work; a filled `website` is a robot's doing. */
const humanity = {
  noticeRead: z
    .literal(true, { error: 'notice-not-read' })
    .meta({ description: 'The information text on published data was shown and read' }),
  altcha: z
    .string()
    .min(1)
    .max(8192)
    .meta({ description: 'ALTCHA v2 payload: base64 of {challenge, solution}' }),
  human: z.string().min(1).max(4096).optional().meta({
    description: 'What an outside check that a person is at work gave the form, where the site has one',
  }),
  website: z.string().max(2048).optional().meta({ description: 'Honeypot: leave it out or empty' }),
  locale: locale.optional(),
}

/** `POST /api/v1/petitions/{id}/signatures` */
export const signBody = z
  .strictObject({ person: personSchema, email: emailAddress, ...humanity })
  .meta({ id: 'SignRequest' })

/** `POST /api/v1/petitions` (R1, items 3 and 4) */
export const submitBody = z
  .strictObject({
    communityId: slug.meta({ description: 'Community (громада)', example: 'kyiv' }),
    hostId: slug.meta({ description: 'Where signatures are collected: the council’s site or an NGO’s' }),
    title: lineSchema(LIMITS.title).meta({ description: 'What the petition asks for, in one sentence' }),
    text: textSchema(LIMITS.text).meta({ description: 'The essence, as plain text' }),
    topic: z.enum(TOPIC_CODES).optional().meta({ description: 'What the petition is about' }),
    author: personSchema.safeExtend({ email: emailAddress }),
    wantsHearing: z
      .boolean()
      .optional()
      .meta({ description: 'Item 15: the petition asks for public hearings' }),
    ...humanity,
  })
  .meta({ id: 'SubmitRequest' })

const token = z.string().min(1).max(8192)

/** `POST /api/v1/signatures/confirm`, `POST /api/v1/petitions/confirm` */
export const confirmBody = z
  .strictObject({ token: token.meta({ description: 'From the link in the mail' }) })
  .meta({ id: 'ConfirmRequest' })

/** The form behind a mailed link; ticked boxes come as `on`. `again` asks for a fresh link instead. */
export const confirmForm = z.strictObject({
  token,
  updates: z.literal('on').optional(),
  again: z.literal('on').optional(),
})

/** The form that begins or ends mail about a petition. */
export const updatesForm = z.strictObject({ token, wish: z.enum(['follow', 'unfollow']) })

/** The form that asks to have a receipt mailed; a ticked box comes as `on`. */
export const receiptMailBody = z.strictObject({ token, keep: z.literal('on').optional() })

/** `GET /api/v1/challenges` */
export const challengeQuery = z.discriminatedUnion('purpose', [
  z.strictObject({ purpose: z.literal('sign'), petition: petitionIdSchema, email: emailAddress }),
  z.strictObject({ purpose: z.literal('submit'), email: emailAddress }),
])

export type SignBody = z.output<typeof signBody>
export type SubmitBody = z.output<typeof submitBody>
export type ChallengeQuery = z.output<typeof challengeQuery>
