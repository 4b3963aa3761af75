import * as z from 'zod'
import { STATUSES } from '../petition/petition'
import { TOPIC_CODES } from '../petition/topic'
import { LISTED, SORTS } from '../search/list-query'
import { LIMITS } from './limits'
import { pageLimit } from './page-limit'
import { isPlainText } from './plain-text'

/** `GET /api/v1/petitions` */
export const petitionsQuery = z.strictObject({
  community: z.string().min(1).max(64).optional().meta({ description: 'Community id' }),
  status: z.enum(STATUSES).optional(),
  topic: z.enum(TOPIC_CODES).optional().meta({ description: '`other` also finds petitions without a topic' }),
  q: z.string().max(LIMITS.search.max).trim().refine(isPlainText, 'control-characters').optional().meta({
    description:
      'Words in title, text, author or number; endings, apostrophes and typing errors are forgiven. Newest first all the same',
  }),
  limit: pageLimit(20),
  cursor: z.string().min(1).max(4096).optional().meta({ description: '`nextCursor` of the page before' }),
})

/** `GET /api/v1/petitions/search` */
export const searchQuery = z.strictObject({
  ...petitionsQuery.pick({ community: true, topic: true, q: true }).shape,
  status: z.enum(LISTED).optional(),
  sort: z.enum(SORTS).optional().meta({
    description: 'By default `relevance` where `q` is given, else `newest`',
  }),
  page: z
    .string()
    .regex(/^[1-9][0-9]{0,4}$/, 'wrong-format')
    .transform(Number)
    .optional()
    .meta({ description: 'Counts from 1; 20 petitions each', override: { type: 'integer', minimum: 1 } }),
})

/** `GET /api/v1/petitions/similar` */
export const similarQuery = z.strictObject({
  community: z.string().min(1).max(64).meta({ description: 'Community id' }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(LIMITS.title.max)
    .refine(isPlainText, 'control-characters')
    .meta({ description: 'What the new petition asks for, as its title will say it' }),
  text: z
    .string()
    .max(LIMITS.similarText.max)
    .refine(isPlainText, 'control-characters')
    .optional()
    .meta({ description: 'The beginning of its text' }),
})

export type PetitionsQuery = z.output<typeof petitionsQuery>
