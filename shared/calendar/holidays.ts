import type { Day } from './day'
import { orthodoxEaster, trinity } from './easter'

/** A holiday on the same date each year, from the year `from` to the year `to`, both included. */
interface FixedHoliday {
  /** `MM-DD` */
  readonly date: string
  readonly from?: number
  readonly to?: number
}

/** Labour Code 73 with its amendments; complete for 2015 and later. */
const FIXED: readonly FixedHoliday[] = [
  { date: '01-01' },
  { date: '01-07', to: 2023 },
  { date: '03-08' },
  { date: '05-01' },
  { date: '05-02', to: 2017 },
  { date: '05-09', to: 2023 },
  { date: '05-08', from: 2024 },
  { date: '06-28' },
  { date: '07-28', from: 2022, to: 2023 },
  { date: '07-15', from: 2024 },
  { date: '08-24' },
  { date: '10-14', from: 2015, to: 2022 },
  { date: '10-01', from: 2023 },
  { date: '12-25', from: 2017 },
]

const known = new Map<number, ReadonlySet<Day>>()

/**
 * Public holidays of a year in order of date, Easter and Trinity among them, as Labour Code 73 names them:
 * before weekends, transfers and martial law are looked at.
 * @throws RangeError for a year outside 1900–2099
 */
export function holidaysOf(year: number): ReadonlySet<Day> {
  const before = known.get(year)
  if (before) return before
  const holidays = new Set(listed(year))
  known.set(year, holidays)
  return holidays
}

function listed(year: number): Day[] {
  const fixed = FIXED.filter(({ from = year, to = year }) => from <= year && year <= to)
  return [...fixed.map(({ date }) => `${year}-${date}`), orthodoxEaster(year), trinity(year)].sort()
}
