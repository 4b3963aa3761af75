import type { AdviceCode } from '../../../shared/draft/advice'
import type { Locale } from '../../../shared/locale'
import type { FieldError } from '../../components/error-summary'
import { textsOf } from '../../texts'

/** What is wrong with a field, in words of its own where it has some. */
export function faultIn(locale: Locale, field: string, code: string | undefined): string | undefined {
  const faults: Readonly<Record<string, string>> = textsOf(locale).submit.faults
  const own = `${field}.${code}`
  return Object.hasOwn(faults, own) ? faults[own] : undefined
}

export function adviceIn(locale: Locale, code: AdviceCode): string {
  return textsOf(locale).submit.advice[code]
}

/** The message beside one field. */
export function errorOf(errors: readonly FieldError[], name: string): { error?: string } {
  const message = errors.find(({ field }) => field === name)?.message
  return message === undefined ? {} : { error: message }
}
