import { addDays, addMonths, type Day } from '../calendar/day'
import type { DayCounts } from '../log/days'

/** The most bars that stay apart on a small screen. */
const MOST_PERIODS = 92

export type Step = 'day' | 'week' | 'month' | 'year'

/** A run of days, both ends included, and what happened in it. */
export interface Period {
  readonly from: Day
  readonly to: Day
  readonly signed: number
  readonly annulled: number
  /** Signatures that stand at its end. */
  readonly total: number
}

/**
 * Counts by day as periods of one length that follow each other from `from` to `to`: by days where they are at most 92,
 * else by weeks, months or years counted from the first day. Days before or after are taken in.
 */
export function periodsOf(
  days: readonly DayCounts[],
  from: Day,
  to: Day,
): { readonly step: Step; readonly periods: readonly Period[] } {
  const [first, last] = [earlier(from, days[0]?.day ?? from), later(to, days.at(-1)?.day ?? to)]
  const found = STEPS.map((step) => ({ step, starts: startsOf(step, first, last) }))
  const { step, starts } = found.find((one) => one.starts.length <= MOST_PERIODS) ?? found.at(-1)!
  let total = 0
  const periods = starts.map((start, place) => {
    const next = starts[place + 1]
    const end = next === undefined ? last : addDays(next, -1)
    const own = days.filter(({ day }) => start <= day && day <= end)
    const signed = own.reduce((sum, one) => sum + one.signed, 0)
    const annulled = own.reduce((sum, one) => sum + one.annulled, 0)
    total += signed - annulled
    return { from: start, to: end, signed, annulled, total }
  })
  return { step, periods }
}

const STEPS: readonly Step[] = ['day', 'week', 'month', 'year']

function startsOf(step: Step, first: Day, last: Day): Day[] {
  const starts: Day[] = []
  for (let n = 0, start = first; start <= last && n <= 1000; n++, start = NEXT[step](first, n)) {
    starts.push(start)
  }
  return starts
}

/** The beginning of the `n`-th period after the first. */
const NEXT: Readonly<Record<Step, (first: Day, n: number) => Day>> = {
  day: (first, n) => addDays(first, n),
  week: (first, n) => addDays(first, 7 * n),
  month: (first, n) => addMonths(first, n),
  year: (first, n) => addMonths(first, 12 * n),
}

function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

function later(a: Day, b: Day): Day {
  return a > b ? a : b
}
