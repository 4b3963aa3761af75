import { type Day, dayOf, type Instant } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'
import { formatDate, formatDay, formatMoment, formatShortDay } from '../texts/format'

interface AtProps {
  readonly locale: Locale
  readonly at: Instant
}

/** Kyiv day and time in words, the exact instant for machines. */
export function Moment({ locale, at }: AtProps) {
  return <time datetime={at}>{formatMoment(locale, at)}</time>
}

/** The Kyiv day of an instant. */
export function DateOf({ locale, at }: AtProps) {
  return <time datetime={dayOf(at)}>{formatDate(locale, at)}</time>
}

export function DayOf({ locale, day, short }: { locale: Locale; day: Day; short?: boolean }) {
  return <time datetime={day}>{short ? formatShortDay(locale, day) : formatDay(locale, day)}</time>
}
