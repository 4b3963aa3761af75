import { addDays, addMonths, type Day, endOfDay } from '../../shared/calendar/day'
import type { Action } from '../../shared/staff/access'
import type { Scope } from '../../shared/staff/staff-member'
import type { AuditLine, AuditStore } from '../ports/audit-store'
import type { Clock } from '../ports/clock'

export interface TrailQuery {
  readonly scope: Scope
  readonly who?: string | undefined
  readonly action?: Action | undefined
  /** Kyiv days, both included. */
  readonly from: Day
  readonly to: Day
  /** Key after which an earlier page ended. */
  readonly before?: string | undefined
}

const AT_A_TIME = 250

/**
 * Lines of one trail, newest first, month by month.
 * @param most.lines at most so many that fit
 * @param most.read lines looked at for them, whether they fit or not
 * @returns `before`: where to go on; undefined at the end of the period
 */
export async function readTrail(
  { audit, clock }: { readonly audit: AuditStore; readonly clock: Clock },
  query: TrailQuery,
  most: { readonly lines: number; readonly read: number },
): Promise<{ readonly lines: readonly AuditLine[]; readonly before?: string }> {
  const now = clock.now()
  const first = endOfDay(addDays(query.from, -1))
  const lines: AuditLine[] = []
  let before = query.before ?? `${endOfDay(query.to)}~`
  let month = before.slice(0, 7)
  let read = 0
  while (month >= first.slice(0, 7)) {
    const batch = await audit.lines(query.scope, month, { before, limit: AT_A_TIME, now })
    for (const line of batch) {
      if (line.at <= first) return { lines }
      before = line.key
      read++
      if (fits(line, query)) lines.push(line)
      if (lines.length === most.lines || read === most.read) return { lines, before }
    }
    if (batch.length < AT_A_TIME) {
      month = addMonths(`${month}-01`, -1).slice(0, 7)
      before = `${month}~`
    }
  }
  return { lines }
}

function fits(line: AuditLine, { who, action }: TrailQuery): boolean {
  return (who === undefined || line.who === who) && (action === undefined || line.action === action)
}
