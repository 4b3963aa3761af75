import type { Locale } from '../../shared/locale'
import { type Forms, plural } from '../../web/texts/plural'

const MINUTES: Record<Locale, Forms> = {
  uk: {
    one: 'за {n} хвилину',
    few: 'за {n} хвилини',
    many: 'за {n} хвилин',
    other: 'за {n} хвилини',
  },
  en: { one: 'in {n} minute', few: '', many: '', other: 'in {n} minutes' },
}
const HOURS: Record<Locale, Forms> = {
  uk: { one: 'за {n} годину', few: 'за {n} години', many: 'за {n} годин', other: 'за {n} години' },
  en: { one: 'in {n} hour', few: '', many: '', other: 'in {n} hours' },
}
const LATER: Record<Locale, string> = { uk: 'пізніше', en: 'later' }

/**
 * When trying again makes sense, in words: `за 12 хвилин`, `in 3 hours`; `пізніше` where nobody knows.
 * @param seconds rounded up to whole minutes, or hours beyond an hour and a half
 */
export function waitingWords(locale: Locale, seconds: number | undefined): string {
  if (seconds === undefined) return LATER[locale]
  const minutes = Math.max(1, Math.ceil(seconds / 60))
  if (minutes <= 90) return plural(locale, minutes, MINUTES[locale])
  return plural(locale, Math.ceil(minutes / 60), HOURS[locale])
}
