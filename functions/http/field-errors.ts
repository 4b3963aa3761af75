import type * as z from 'zod'
import type { Locale } from '../../shared/locale'
import type { FieldError } from '../../shared/problem'
import { FIELD_TEXTS } from './field-texts'

/** Enough to mend a form by; hostile input may break any number of rules. */
const MOST = 50

/** What is wrong field by field, with stable codes: `{field: 'person.surname', code: 'mixed-scripts'}`. */
export function fieldErrors(error: z.ZodError): FieldError[] {
  const errors = error.issues.flatMap((issue) => {
    const field = issue.path.map(String).join('.')
    if (issue.code !== 'unrecognized_keys') return [{ field, code: codeOf(issue) }]
    return issue.keys.map((key) => ({
      field: [field, key.slice(0, 64)].filter(Boolean).join('.'),
      code: 'unknown-field',
    }))
  })
  return errors.slice(0, MOST)
}

/** The errors with words for people. */
export function worded(errors: readonly FieldError[], locale: Locale): FieldError[] {
  return errors.map((error) => {
    const words = error.message ?? FIELD_TEXTS[error.code]?.[locale]
    const message = words?.replace('{value}', error.value ?? '')
    return message === undefined ? error : { ...error, message }
  })
}

function codeOf(issue: z.core.$ZodIssue): string {
  if (Object.hasOwn(FIELD_TEXTS, issue.message)) return issue.message
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('undefined') ? 'missing' : 'wrong-type'
    case 'too_small':
      return issue.origin === 'string' ? 'too-short' : 'too-small'
    case 'too_big':
      return issue.origin === 'string' ? 'too-long' : 'too-big'
    case 'invalid_format':
      return 'wrong-format'
    default:
      return 'wrong-value'
  }
}
