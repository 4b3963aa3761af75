import type { Day } from '../shared/calendar/day'
import type { LogTime } from '../shared/log/entry'

const days = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Kyiv',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
const known = new Map<string, Day>()

/** The Kyiv day on which a minute of the log falls. Kyiv is whole hours from UTC, so an hour has one day. */
export function kyivDayOf(time: LogTime): Day {
  const hour = time.slice(0, 13)
  const day = known.get(hour) ?? days.format(new Date(`${hour}:00Z`))
  known.set(hour, day)
  return day
}
