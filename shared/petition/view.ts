import * as z from 'zod'
import { IDENTITIES } from '../community/settings'
import { LOCALES } from '../locale'
import { ANNULMENT_GROUND_CODES } from '../log/annulment'
import { levelCounts } from '../log/levels'
import { GROUND_CODES } from './grounds'
import { STATUSES } from './petition'
import { TOPIC_CODES } from './topic'

const instant = z.iso.datetime().describe('RFC 3339, UTC')
const day = z.iso.date().describe('Kyiv calendar date')
const bilingual = z.object({ uk: z.string(), en: z.string() })
const person = z.object({ surname: z.string(), givenName: z.string(), patronymic: z.string().optional() })

/** A term in words of the statute. */
export const termView = z.object({
  unit: z.enum(['working-days', 'calendar-days', 'months']),
  count: z.number().int(),
})

/** One obligation on the public timeline. */
export const deadlineView = z.object({
  rule: z.string().describe('Row of the rule table, e.g. R10'),
  title: bilingual,
  actor: z.string().describe('Who owes it'),
  source: bilingual.describe('The item of the statute'),
  openedAt: instant,
  due: instant,
  strictDue: instant.optional().describe('Calendar end, where it is earlier than `due`'),
  metAt: instant.optional(),
  status: z.enum(['open', 'overdue', 'met', 'met-late', 'dropped']),
  workingDaysLeft: z.number().int().optional().describe('While open; whole working days after today'),
  daysLate: z
    .number()
    .int()
    .optional()
    .describe('While overdue, or where it was met late: calendar days after the day it was due'),
  extension: z.object({ from: instant, reason: z.string() }).optional(),
})

/** One entry of the event journal, without anything private. */
export const eventView = z.object({
  seq: z.number().int(),
  type: z.string(),
  at: instant,
  by: z.string().describe('Role, never a person'),
  rules: z.array(z.string()).describe('Rules this entry opens or meets'),
  data: z.record(z.string(), z.unknown()),
})

/** Delivery evidence of one notice. */
export const noticeView = z.object({
  id: z.string(),
  kind: z.string(),
  to: z.string().describe('Role of the receiver'),
  rule: z.string().optional(),
  event: z.number().int().describe('`seq` of the event that it tells of'),
  status: z.enum(['pending', 'sent', 'failed']),
  createdAt: instant,
  sentAt: instant.optional(),
  attempts: z.number().int(),
  messageId: z.string().optional(),
  told: z.number().int().optional().describe('Of a notice to followers: how many of them have it'),
  untold: z.number().int().optional().describe('To how many it could not be sent yet'),
})

/** What the log annulled at one time on one ground. */
export const annulmentView = z.object({
  at: instant,
  ground: z.enum(ANNULMENT_GROUND_CODES),
  text: bilingual,
  item: bilingual.optional().describe('The item of the statute behind the ground, where one is'),
  number: z.number().int().describe('Signatures annulled'),
  entries: z
    .array(z.object({ from: z.number().int(), to: z.number().int() }))
    .describe('Entries of the log that say so, by index, both ends included'),
})

/** What everybody may know of a petition: `GET /api/v1/petitions/{id}` and the page. */
export const petitionView = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  text: z.string(),
  locale: z.enum(LOCALES).describe('Language in which the author wrote'),
  topic: z.enum(TOPIC_CODES).optional(),
  status: z.enum(STATUSES),
  outcome: z.enum(['supported', 'not-supported']).optional(),
  community: z.object({ id: z.string(), name: bilingual, council: bilingual, demo: z.boolean().optional() }),
  host: z.object({ id: z.string(), kind: z.enum(['council', 'ngo']), name: bilingual }),
  author: person,
  wantsHearing: z.boolean(),
  threshold: z.number().int(),
  count: z.number().int(),
  collection: termView,
  consideration: termView.describe('R13: within which the council considers it'),
  submittedAt: instant,
  publishedAt: instant.optional(),
  levels: levelCounts
    .optional()
    .describe('The count by how signers were identified, where another way than mail is accepted or was'),
  closesOn: day.optional(),
  closesAt: instant.optional(),
  signable: z.boolean(),
  identities: z
    .array(z.enum(IDENTITIES))
    .describe('Ways to prove who signs that are accepted, in the order offered'),
  thresholdReachedAt: instant.optional(),
  refusal: z
    .object({
      ground: z.enum(GROUND_CODES),
      item: z.string(),
      text: bilingual,
      explanation: z.string(),
      at: instant,
    })
    .optional(),
  hearing: z.object({ dueOn: day, reason: z.string(), url: z.string().optional() }).optional(),
  decision: z
    .object({ at: instant, text: z.string().optional().describe('Once it is announced') })
    .optional(),
  announcement: z.object({ at: instant, statement: z.string().optional() }).optional(),
  answer: z.object({ at: instant, text: z.string(), reasons: z.string() }).optional(),
  appeal: z
    .object({
      since: instant,
      count: z.number().int(),
      registrationNumber: z.string().optional(),
      answeredAt: instant.optional(),
      answer: z.string().optional(),
    })
    .optional(),
  annulments: z.array(annulmentView).describe('The public ledger, oldest first'),
  shortfall: z
    .object({ since: instant, count: z.number().int() })
    .optional()
    .describe('Fewer than the threshold are left after an annulment; the council’s staff have to decide'),
  withdrawnAt: instant.optional(),
  archivedAt: instant.optional(),
  namesErasedAt: instant.optional().describe('Names of signers are no longer kept from then on'),
  deadlines: z.array(deadlineView),
  events: z.array(eventView),
  notices: z.array(noticeView),
  log: z
    .object({ origin: z.string(), size: z.number().int(), verifierKey: z.string().optional() })
    .optional(),
})

/** A row of the public list. */
export const petitionSummary = petitionView.pick({
  id: true,
  number: true,
  title: true,
  locale: true,
  topic: true,
  status: true,
  outcome: true,
  community: true,
  host: true,
  author: true,
  threshold: true,
  count: true,
  submittedAt: true,
  publishedAt: true,
  closesOn: true,
  thresholdReachedAt: true,
})

export type PetitionView = z.infer<typeof petitionView>
export type PetitionSummary = z.infer<typeof petitionSummary>
export type DeadlineView = z.infer<typeof deadlineView>
export type AnnulmentView = z.infer<typeof annulmentView>
export type EventView = z.infer<typeof eventView>
export type NoticeView = z.infer<typeof noticeView>

/** `GET …/count`: small, cacheable, polled by open pages. */
export const countView = z.object({
  count: z.number().int(),
  threshold: z.number().int(),
  size: z.number().int(),
  levels: levelCounts
    .optional()
    .describe('The count by how signers were identified, unless all were by mail'),
  updatedAt: instant,
})
export type CountView = z.infer<typeof countView>

/** One name of the published list of signers. */
export const signerView = z.object({
  index: z.number().int(),
  name: z.string(),
  date: day,
  annulled: z.literal(true).optional(),
})
export type SignerView = z.infer<typeof signerView>
