import type { Locale } from '../../shared/locale'
import { formatNumber } from './format'

/** Forms of a counted word. Ukrainian uses one, few, many and other (fractions); English one and other. */
export interface Forms {
  readonly one: string
  readonly few: string
  readonly many: string
  readonly other: string
}

const rules: Record<Locale, Intl.PluralRules> = {
  uk: new Intl.PluralRules('uk'),
  en: new Intl.PluralRules('en'),
}

/** The form that stands with `n`: 1 підпис, 2 підписи, 5 підписів. `{n}` in it becomes the number. */
export function plural(locale: Locale, n: number, forms: Forms): string {
  const category = rules[locale].select(n)
  const form = category === 'one' || category === 'few' || category === 'many' ? forms[category] : forms.other
  return form.replace('{n}', formatNumber(locale, n))
}
