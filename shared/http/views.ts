import * as z from 'zod'
import { petitionSummary, termView } from '../petition/view'

const bilingual = z.object({ uk: z.string(), en: z.string() })

/** Where signatures are collected. */
export const hostView = z
  .object({ id: z.string(), kind: z.enum(['council', 'ngo']), name: bilingual, email: z.string() })
  .meta({ id: 'Host' })

/** `GET /api/v1/communities/{id}`: a council, the settings in force and where they are written down. */
export const communityView = z
  .object({
    id: z.string(),
    name: bilingual,
    council: bilingual,
    authorityId: z.string().optional().meta({ description: 'ЄДРПОУ of the council' }),
    email: z.string(),
    settings: z.object({
      threshold: z.number().int(),
      collection: termView,
      publicationDayCounts: z.boolean(),
      consideration: termView,
      draftDecision: termView.optional(),
      identities: z.array(z.enum(['email'])),
      retentionYears: z.number(),
      namesKeptYears: z.number().optional().meta({
        description:
          'How long signers’ names are kept, in years from publication; by default `retentionYears`',
      }),
    }),
    source: z.object({ uk: z.string(), en: z.string(), url: z.string().optional() }),
    demo: z.boolean().optional().meta({ description: 'Invented for demonstration' }),
    hosts: z.array(hostView),
  })
  .meta({ id: 'Community' })

export const communityList = z.object({ items: z.array(communityView) }).meta({ id: 'CommunityList' })

export const petitionList = z
  .object({
    items: z.array(petitionSummary),
    nextCursor: z.string().optional().meta({ description: 'Absent on the last page' }),
  })
  .meta({ id: 'PetitionList' })

/** `GET /api/v1/petitions/search` */
export const searchList = z
  .object({
    items: z.array(petitionSummary),
    total: z.number().int().meta({ description: 'Petitions found on all pages' }),
    page: z.number().int(),
    pages: z.number().int(),
  })
  .meta({ id: 'SearchList' })

/** `GET /api/v1/petitions/similar`: open or answered petitions of the community, most like first, five at most. */
export const similarList = z
  .object({
    items: z.array(
      petitionSummary.extend({
        score: z.number().meta({ description: 'How much of what was asked for the petition holds, 0 to 1' }),
      }),
    ),
  })
  .meta({ id: 'SimilarList' })

/** Answer to a request to submit: the author confirms by mail. */
export const submittedView = z
  .object({ id: z.string(), status: z.literal('unconfirmed') })
  .meta({ id: 'Submitted' })

/** Answer to a request to sign. */
export const mailSentView = z.object({ status: z.literal('mail-sent') }).meta({ id: 'MailSent' })

/** A confirmed signature. */
export const signatureView = z
  .object({ id: z.string(), petitionId: z.string(), confirmedAt: z.iso.datetime() })
  .meta({ id: 'Signature' })

export const waitingView = z.object({ status: z.literal('waiting') }).meta({ id: 'Waiting' })

/** An ALTCHA v2 challenge. */
export const challengeView = z
  .object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      nonce: z.string(),
      salt: z.string(),
      cost: z.number().int(),
      keyLength: z.number().int(),
      keyPrefix: z.string(),
      keySignature: z.string(),
      data: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
    signature: z.string(),
  })
  .meta({ id: 'Challenge' })

/** RFC 9457 problem details. */
export const problemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string().meta({ description: 'Stable; words may change' }),
    errors: z
      .array(
        z.object({
          field: z.string(),
          code: z.string(),
          message: z.string().optional(),
          value: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem' })

export type CommunityView = z.infer<typeof communityView>
