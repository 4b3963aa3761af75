import * as z from 'zod'
import { IDENTITIES } from '../community/settings'
import { STATUSES } from '../petition/petition'
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
    phone: z.string().optional(),
    address: bilingual.optional(),
    people: z
      .array(
        z.object({
          role: z.enum(['head', 'secretary', 'moderation']),
          name: z.string().optional(),
          phone: z.string().optional(),
          email: z.string().optional(),
        }),
      )
      .optional()
      .meta({ description: 'Whom residents may turn to; names only where the council publishes them' }),
    settings: z.object({
      threshold: z.number().int(),
      collection: termView,
      publicationDayCounts: z.boolean(),
      consideration: termView,
      draftDecision: termView.optional(),
      identities: z.array(z.enum(IDENTITIES)),
      retentionYears: z.number(),
      namesKeptYears: z.number().optional().meta({
        description:
          'How long signers’ names are kept, in years from publication; by default `retentionYears`',
      }),
      withdrawal: z.enum(['never', 'while-collecting']).optional().meta({
        description: 'Until when a signer may take back a signature by themselves; by default never',
      }),
    }),
    source: z.object({ uk: z.string(), en: z.string(), url: z.string().optional() }),
    demo: z.boolean().optional().meta({ description: 'Invented for demonstration' }),
    hosts: z.array(hostView),
  })
  .meta({ id: 'Community' })

const ruleRecord = z.object({
  met: z.number().int().meta({ description: 'Met within their term' }),
  late: z.number().int().meta({ description: 'Met after it' }),
  overdue: z.number().int().meta({ description: 'Not met, though the term is over' }),
  open: z.number().int().meta({ description: 'Not due yet' }),
  medianWorkingDays: z
    .number()
    .optional()
    .meta({ description: 'Median of working days from what began the term to what met it' }),
})

/** `GET /api/v1/communities/{id}/record`: its petitions in figures, and how its council keeps the terms of the statute. */
export const communityRecord = z
  .object({
    statistics: z.object({
      petitions: z.number().int(),
      byStatus: z.partialRecord(z.enum(STATUSES), z.number().int()),
      signatures: z.number().int(),
      reached: z.number().int().meta({ description: 'Reached the number of signatures needed' }),
      fellShort: z.number().int().meta({ description: 'Their term ended below it' }),
      answered: z.number().int(),
      answeredInTime: z.number().int().meta({ description: 'Of the answered, within R13 and R18' }),
    }),
    punctuality: ruleRecord.extend({
      rules: z.array(
        ruleRecord.extend({ rule: z.string(), item: bilingual.meta({ description: 'Item of the statute' }) }),
      ),
    }),
  })
  .meta({ id: 'CommunityRecord' })

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
