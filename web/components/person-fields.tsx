import { LIMITS } from '../../shared/http/limits'
import type { Locale } from '../../shared/locale'
import { textsOf } from '../texts'
import { Field } from './field'

interface PersonFieldsProps {
  readonly locale: Locale
  /** `person` for who signs, `author` for who submits: the names that the API knows. */
  readonly prefix: 'person' | 'author'
}

/** Surname, given name, patronymic, each as passports order them. */
export function PersonFields({ locale, prefix }: PersonFieldsProps) {
  const { forms: t, site } = textsOf(locale)
  const maxlength = LIMITS.namePart.max
  return (
    <>
      <Field
        name={`${prefix}.surname`}
        label={t.surname}
        autocomplete="family-name"
        maxlength={maxlength}
        required
      />
      <Field
        name={`${prefix}.givenName`}
        label={t.givenName}
        autocomplete="given-name"
        maxlength={maxlength}
        required
      />
      <Field
        name={`${prefix}.patronymic`}
        label={t.patronymic}
        hint={t.patronymicHint}
        optional={site.optional}
        autocomplete="additional-name"
        maxlength={maxlength}
      />
    </>
  )
}
