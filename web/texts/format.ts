import { type Day, type Instant, KYIV } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'

const TAG: Record<Locale, string> = { uk: 'uk-UA', en: 'en-GB' }

const numbers = perLocale((tag) => new Intl.NumberFormat(tag))
const shares = perLocale((tag) => new Intl.NumberFormat(tag, { style: 'percent' }))
const dates = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }),
)
const shortDates = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric', timeZone: 'UTC' }),
)
const kyivDates = perLocale(
  (tag) => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: KYIV }),
)
const kyivTimes = perLocale(
  (tag) =>
    new Intl.DateTimeFormat(tag, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: KYIV }),
)

/** A share from 0 to 1 in whole per cent: `93 %`, `93%`. */
export function formatShare(locale: Locale, share: number): string {
  return shares[locale].format(share)
}

/** `6 000` in Ukrainian, `6,000` in English. */
export function formatNumber(locale: Locale, n: number): string {
  return numbers[locale].format(n)
}

/** A calendar day in words: `1 травня 2026 року`, `1 May 2026`. */
export function formatDay(locale: Locale, day: Day): string {
  return fullYear(dates[locale].format(new Date(`${day}T00:00:00Z`)))
}

/** A calendar day in figures: `01.05.2026`, `01/05/2026`. */
export function formatShortDay(locale: Locale, day: Day): string {
  return shortDates[locale].format(new Date(`${day}T00:00:00Z`))
}

/** The Kyiv calendar day of an instant, in words. */
export function formatDate(locale: Locale, at: Instant): string {
  return fullYear(kyivDates[locale].format(new Date(at)))
}

/** Kyiv day and time: `1 травня 2026 року, 14:05`. */
export function formatMoment(locale: Locale, at: Instant): string {
  return `${formatDate(locale, at)}, ${kyivTimes[locale].format(new Date(at))}`
}

/** «року» in full; the day never stands apart from its month. */
function fullYear(text: string): string {
  return text.replace(/\sр\.$/, ' року').replace(' ', '\u00a0')
}

function perLocale<T>(make: (tag: string) => T): Record<Locale, T> {
  return { uk: make(TAG.uk), en: make(TAG.en) }
}
