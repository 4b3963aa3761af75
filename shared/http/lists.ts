import * as z from 'zod'
import { STATUSES } from '../petition/petition'
import { TOPIC_CODES } from '../petition/topic'
import { LIMITS } from './limits'
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
  limit: z
    .string()
    .regex(/^[1-9][0-9]{0,2}$/, 'wrong-format')
    .transform(Number)
    .pipe(z.number().max(100))
    .optional()
    .meta({
      description: '1 to 100; 20 by default',
      override: { type: 'integer', minimum: 1, maximum: 100 },
    }),
  cursor: z.string().min(1).max(4096).optional().meta({ description: '`nextCursor` of the page before' }),
})

export type PetitionsQuery = z.output<typeof petitionsQuery>
