import type { Instant } from '../../shared/calendar/day'
import type { Locale } from '../../shared/locale'

const TAG: Readonly<Record<Locale, string>> = { uk: 'uk-UA', en: 'en-GB' }

/** Forms of a counted word; `{n}` becomes the number. English has one and other alone. */
export interface Forms {
  readonly one: string
  readonly few?: string
  readonly many?: string
  readonly other: string
}

/** Numbers, counted words and moments in one language. */
export interface Speech {
  /** `6 000`, `6,000` */
  number(n: number): string
  /** `1 підпис`, `2 підписи`, `5 підписів` */
  counted(n: number, forms: Forms): string
  /** Kyiv day and time. */
  moment(at: Instant): string
  /** How people count the entries of a log: from 1. */
  entry(index: number): string
}

export function speechIn(locale: Locale): Speech {
  const numbers = new Intl.NumberFormat(TAG[locale])
  const rules = new Intl.PluralRules(locale)
  const moments = new Intl.DateTimeFormat(TAG[locale], {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone: 'Europe/Kyiv',
  })
  const number = (n: number) => numbers.format(n)
  return {
    number,
    counted: (n, forms) => {
      const category = rules.select(n)
      const form = forms[category as keyof Forms] ?? forms.other
      return form.replace('{n}', number(n))
    },
    moment: (at) => moments.format(new Date(at)).replace(/\sр\./, ' року').replace(/ о /, ', '),
    entry: (index) => `№\u00a0${number(index + 1)}`,
  }
}
