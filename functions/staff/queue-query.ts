import * as z from 'zod'
import { LIMITS } from '../../shared/http/limits'
import { isPlainText } from '../../shared/http/plain-text'
import { STATUSES } from '../../shared/petition/petition'
import { ROLES } from '../../shared/staff/staff-member'

const chosen = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => value || undefined, schema.optional())

/** What the queue's address asks for; a form sends what was left open as an empty field, and nonsense is nothing. */
const queueQuery = z.object({
  tasks: z.enum(['mine', 'all']).catch('mine'),
  community: chosen(z.string().max(64)).catch(undefined),
  role: chosen(z.enum(ROLES)).catch(undefined),
  status: chosen(z.enum(STATUSES)).catch(undefined),
  q: chosen(z.string().max(LIMITS.search.max).trim().refine(isPlainText)).catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
})

export type QueueQuery = z.output<typeof queueQuery>

export function readQueueQuery(address: string): QueueQuery {
  return queueQuery.parse(Object.fromEntries(new URL(address).searchParams))
}
