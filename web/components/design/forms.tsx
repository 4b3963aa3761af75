import { textsOf } from '../../texts'
import { ErrorSummary } from '../error-summary'
import { Field } from '../field'
import { Check } from '../form-parts'
import type { ThemedProps } from './parts'

/** Fields as they wait for words, and as they ask for better ones. */
export function Forms({ locale, theme }: ThemedProps) {
  const { design, site } = textsOf(locale)
  const t = design.sample
  const id = (name: string) => `${theme}-${name}`
  return (
    <>
      <h3>{design.fields}</h3>
      <Field name="surname" id={id('surname')} label={t.name} hint={t.nameHint} />
      <Field name="text" id={id('text')} label={t.text2} optional={site.optional} rows={3} />
      <Field name="ground" id={id('ground')} label={t.choice}>
        <select id={id('ground')} name="ground">
          <option>{t.choices}</option>
        </select>
      </Field>
      <Check name={id('read')} label={t.check} />
      <h3>{design.errors}</h3>
      <ErrorSummary
        title={t.wrongTitle}
        errors={[{ field: 'email', message: t.emailWrong }]}
        idFor={() => id('email')}
      />
      <Field name="email" id={id('email')} type="email" label={t.email} value="name@" error={t.emailWrong} />
    </>
  )
}
