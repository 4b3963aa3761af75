import type { Locale } from '../../shared/locale'
import { textsOf } from '../texts'
import type { FieldError } from './error-summary'
import { Field } from './field'

interface PersonFieldsProps {
  readonly locale: Locale
  /** `person` for who signs, `author` for who submits: the names that the API knows. */
  readonly prefix: 'person' | 'author'
  /** By the fields' names, where the form is shown again. */
  readonly values?: Readonly<Record<string, string | undefined>>
  readonly errors?: readonly FieldError[]
}

/**
 * Surname, given name, patronymic, each as passports order them. No limit cuts off what is pasted: the script and the
 * server say what is too long.
 */
export function PersonFields({ locale, prefix, values = {}, errors = [] }: PersonFieldsProps) {
  const { forms: t, site } = textsOf(locale)
  const filled = (part: string) => {
    const name = `${prefix}.${part}`
    const error = errors.find(({ field }) => field === name)?.message
    return { name, value: values[name] ?? '', ...(error !== undefined && { error }) }
  }
  return (
    <>
      <Field {...filled('surname')} label={t.surname} autocomplete="family-name" required />
      <Field {...filled('givenName')} label={t.givenName} autocomplete="given-name" required />
      <Field
        {...filled('patronymic')}
        label={t.patronymic}
        hint={t.patronymicHint}
        optional={site.optional}
        autocomplete="additional-name"
      />
    </>
  )
}
