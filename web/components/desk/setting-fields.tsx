import type { Identity } from '../../../shared/community/settings'
import { IDENTITY_FIELDS } from '../../../shared/http/community-settings'
import type { Locale } from '../../../shared/locale'
import { type Texts, textsOf } from '../../texts'
import type { FieldError } from '../error-summary'
import { Field } from '../field'
import { Check } from '../form-parts'
import { Choice } from './choice'

interface SettingFieldsProps {
  readonly locale: Locale
  /** Ways to prove who signs that can be chosen. */
  readonly identities: readonly Identity[]
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

/** A field for each setting that a council may set itself (`shared/http/community-settings.ts`). */
export function SettingFields({ locale, identities, values, errors }: SettingFieldsProps) {
  const { office, site } = textsOf(locale)
  const t = office.settings
  const of = (name: string) => ({ name, ...standing(values, errors, name) })
  const named = (name: keyof Texts['office']['settings']['names']) => ({ ...of(name), label: t.names[name] })
  const units = (['calendar-days', 'months'] as const).map((unit) => ({
    value: unit,
    label: t.unitNames[unit],
  }))
  return (
    <>
      <Field {...named('threshold')} required />
      <Field {...of('collectionCount')} label={t.names.collection} required />
      <Choice
        {...of('collectionUnit')}
        id="collectionUnit"
        label={t.collectionUnit}
        options={units}
        required
      />
      <Check
        name="publicationDayCounts"
        label={t.names.publicationDayCounts}
        checked={values.publicationDayCounts === 'on'}
      />
      <Identities locale={locale} identities={identities} values={values} errors={errors} />
      <Field {...named('consideration')} hint={t.considerationHint} required />
      <Field {...named('draftDecision')} optional={site.optional} />
      <Field {...named('retentionYears')} hint={t.retentionHint} required />
      <Field {...named('namesKeptYears')} hint={t.namesHint} optional={site.optional} />
      <Check
        name="withdrawal"
        label={t.names.withdrawal}
        hint={t.withdrawalHint}
        checked={values.withdrawal === 'on'}
      />
      <Field {...named('sourceUk')} required />
      <Field {...named('sourceEn')} required />
      <Field {...named('sourceUrl')} type="url" optional={site.optional} />
      <Check
        name="answerSignOff"
        label={t.names.answerSignOff}
        hint={t.signOffHint}
        checked={values.answerSignOff === 'on'}
      />
      <Field {...named('email')} hint={t.emailHint} type="email" required />
      <Field {...named('phone')} optional={site.optional} />
      <Field {...named('addressUk')} optional={site.optional} />
      <Field {...named('addressEn')} optional={site.optional} />
      <Field {...named('headName')} hint={t.peopleHint} optional={site.optional} />
      <Field {...named('secretaryName')} optional={site.optional} />
      <Field {...named('moderationName')} optional={site.optional} />
    </>
  )
}

/** Whom the council's petitions to come take signatures from. */
function Identities({ locale, identities, values, errors }: SettingFieldsProps) {
  const { office, list } = textsOf(locale)
  const t = office.settings
  return (
    <fieldset>
      <legend>{t.names.identities}</legend>
      <p class="hint">{t.identitiesHint}</p>
      {identities.map((identity) => {
        const name = IDENTITY_FIELDS[identity]
        return (
          <Check
            name={name}
            label={list.community.identity[identity]}
            checked={values[name] === 'on'}
            error={errors.find(({ field }) => field === name)?.message}
          />
        )
      })}
    </fieldset>
  )
}

function standing(values: Readonly<Record<string, string>>, errors: readonly FieldError[], name: string) {
  const error = errors.find(({ field }) => field === name)?.message
  const value = values[name]
  return { ...(error !== undefined && { error }), ...(value !== undefined && { value }) }
}
