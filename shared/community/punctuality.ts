import { dayOf, type Instant } from '../calendar/day'
import { type CalendarSettings, workingDaysBetween } from '../calendar/working-calendar'
import type { Petition } from '../petition/petition'
import { RULES } from '../petition/rules'
import { statusOf } from '../procedure/duties'
import type { Obligation } from '../procedure/obligation'

/** How obligations of one kind were kept. */
export interface RuleRecord {
  /** Row of the rule table. */
  readonly rule: string
  /** Met within their term. */
  readonly met: number
  /** Met after it. */
  readonly late: number
  /** Not met, though the term is over. */
  readonly overdue: number
  /** Not due yet. */
  readonly open: number
  /** Median of whole working days from what began the term to what met it; absent where none was met. */
  readonly medianWorkingDays?: number
}

/** How a council kept its obligations, all together and by kind, in the order of the rule table. */
export interface Punctuality extends Omit<RuleRecord, 'rule'> {
  readonly rules: readonly RuleRecord[]
}

type Judged = Pick<Petition, 'obligations' | 'host'>

/**
 * A council's record over petitions. What nobody owes any more counts for nothing, and what others owe (R9 and, on
 * their own sites, R2: the NGO) is not the council's.
 */
export function punctualityOf(
  petitions: readonly Judged[],
  calendar: CalendarSettings,
  now: Instant,
): Punctuality {
  const owed = petitions.flatMap(({ obligations, host }) =>
    obligations.filter((one) => !one.droppedAt && isCouncils(one, host.kind)),
  )
  const rules = RULES.flatMap(({ id }) => {
    const own = owed.filter(({ rule }) => rule === id)
    return own.length > 0 ? [{ rule: id, ...recordOf(own, calendar, now) }] : []
  })
  return { ...recordOf(owed, calendar, now), rules }
}

function isCouncils({ rule, actor }: Obligation, host: Petition['host']['kind']): boolean {
  return actor !== 'ngo' && !(rule === 'R2' && host === 'ngo')
}

function recordOf(
  obligations: readonly Obligation[],
  calendar: CalendarSettings,
  now: Instant,
): Omit<RuleRecord, 'rule'> {
  const count = (status: string) => obligations.filter((one) => statusOf(one, now) === status).length
  const taken = obligations.flatMap(({ openedAt, metAt }) =>
    metAt === undefined ? [] : [workingDaysBetween(dayOf(openedAt), dayOf(metAt), calendar)],
  )
  return {
    met: count('met'),
    late: count('met-late'),
    overdue: count('overdue'),
    open: count('open'),
    ...(taken.length > 0 && { medianWorkingDays: median(taken) }),
  }
}

/** Of an even number the mean of the two in the middle. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
