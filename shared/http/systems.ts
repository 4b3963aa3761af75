import * as z from 'zod'
import { STATUSES } from '../petition/petition'
import { KEY_DAYS, KEY_SCOPES } from '../systems/api-key'
import { RECEIVER_EVENTS } from '../systems/receiver'
import { pageLimit } from './page-limit'
import { lineSchema } from './plain-text'

const instant = z.iso.datetime()

/** `GET /api/v1/systems/petitions` */
export const systemPetitionsQuery = z.strictObject({
  status: z.enum(STATUSES).optional(),
  limit: pageLimit(50),
  cursor: z
    .string()
    .regex(/^[0-9A-Z:.-]{20,30}~[0-9a-z]{1,32}$/, 'wrong-format')
    .optional()
    .meta({ description: '`nextCursor` of the page before' }),
})

/** A petition in the list of an organisation's own, published or not. */
export const systemPetition = z.object({
  id: z.string(),
  number: z.number().int(),
  title: z.string(),
  status: z.enum(STATUSES),
  communityId: z.string(),
  hostId: z.string(),
  threshold: z.number().int(),
  submittedAt: instant,
  publishedAt: instant.optional(),
  closesOn: z.iso.date().optional(),
  thresholdReachedAt: instant.optional(),
  nextDue: instant.optional().meta({ description: 'When the nearest open duty is due, whoever owes it' }),
})
export type SystemPetition = z.infer<typeof systemPetition>

export const systemPetitionList = z
  .object({ items: z.array(systemPetition), nextCursor: z.string().optional() })
  .meta({ id: 'SystemPetitions' })

/** A notice of the petition with each attempt to deliver it. */
export const systemNotices = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        to: z.string().meta({ description: 'Role of the receiver' }),
        rule: z.string().optional(),
        event: z.number().int().meta({ description: '`seq` of the event that it tells of' }),
        status: z.enum(['pending', 'sent', 'failed']),
        createdAt: instant,
        sentAt: instant.optional(),
        messageId: z.string().optional(),
        attempts: z.number().int(),
        steps: z.array(
          z.object({
            what: z.enum(['sent', 'failed', 'resend-asked']),
            at: instant,
            messageId: z.string().optional(),
            reason: z.enum(['no-address', 'refused', 'unreachable']).optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'SystemNotices' })

const ticked = z.literal('on').optional()

/** The desk's form of a new key: a box for each permission. */
export const apiKeyForm = z
  .strictObject({
    name: lineSchema({ min: 2, max: 80 }),
    days: z.enum(KEY_DAYS.map(String) as [string, ...string[]]).transform(Number),
    ...(Object.fromEntries(KEY_SCOPES.map((scope) => [scope, ticked])) as Record<
      (typeof KEY_SCOPES)[number],
      typeof ticked
    >),
  })
  .check(({ value, issues }) => {
    if (KEY_SCOPES.some((scope) => value[scope])) return
    issues.push({ code: 'custom', input: value, path: [KEY_SCOPES[0]], message: 'missing' })
  })

/** The desk's form of a receiver: a box for each turn in a petition's life. Its address is checked where it is used. */
export const receiverForm = z
  .strictObject({
    name: lineSchema({ min: 2, max: 80 }),
    url: z.string().trim().min(1).max(1000),
    ...(Object.fromEntries(RECEIVER_EVENTS.map((event) => [event, ticked])) as Record<
      (typeof RECEIVER_EVENTS)[number],
      typeof ticked
    >),
  })
  .check(({ value, issues }) => {
    if (RECEIVER_EVENTS.some((event) => value[event])) return
    issues.push({ code: 'custom', input: value, path: [RECEIVER_EVENTS[0]], message: 'missing' })
  })
