import * as z from 'zod'
import { addDays, type Day, daysBetween } from '../../shared/calendar/day'
import { ACTIONS } from '../../shared/staff/access'

const DAYS = 30
/** Longer periods are read in parts. */
const AT_MOST_DAYS = 366 * 5

const chosen = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => value || undefined, schema.optional()).catch(undefined)

/** What the trail's address asks for; an empty field is none, and nonsense is nothing. */
const auditQuery = z.object({
  scope: chosen(z.string().max(120)),
  who: chosen(z.string().max(64)),
  action: chosen(z.enum(ACTIONS)),
  from: chosen(z.iso.date()),
  to: chosen(z.iso.date()),
  before: chosen(z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]{12}Z[#~][\w-]{0,40}$/)),
})

export type AuditQuery = Omit<z.output<typeof auditQuery>, 'from' | 'to'> & {
  readonly from: Day
  readonly to: Day
  /** The days were the wrong way round, or too far apart. */
  readonly wrongPeriod: boolean
}

/** The last thirty days where no others are asked for. */
export function readAuditQuery(address: string, today: Day): AuditQuery {
  const { from, to = today, ...query } = auditQuery.parse(Object.fromEntries(new URL(address).searchParams))
  const first = from ?? addDays(to, -DAYS)
  const wrongPeriod = first > to || daysBetween(first, to) > AT_MOST_DAYS
  return { ...query, from: wrongPeriod ? addDays(to, -DAYS) : first, to, wrongPeriod }
}
