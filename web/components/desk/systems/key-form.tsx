import type { Locale } from '../../../../shared/locale'
import { KEY_DAYS, KEY_SCOPES } from '../../../../shared/systems/api-key'
import type { Place } from '../../../../shared/systems/place'
import { href, paths } from '../../../addresses'
import { textsOf } from '../../../texts'
import { ErrorSummary, type FieldError } from '../../error-summary'
import { Field } from '../../field'
import { Check } from '../../form-parts'
import { Choice } from '../choice'

/** A form that came back, and why. */
export interface Failed {
  readonly values: Readonly<Record<string, string>>
  readonly errors: readonly FieldError[]
}

interface KeyFormProps {
  readonly locale: Locale
  readonly csrf: string
  readonly place: Place
  readonly failed?: Failed | undefined
}

/** The form of a new key: what it is for, what it may read, for how long. */
export function KeyForm({ locale, csrf, place, failed }: KeyFormProps) {
  const { systems, forms } = textsOf(locale)
  const t = systems.keys
  const errorOf = (name: string) => failed?.errors.find(({ field }) => field === name)?.message
  const ticked = (name: string) => (failed ? failed.values[name] === 'on' : name === KEY_SCOPES[0])
  const [nameError, daysError] = [errorOf('name'), errorOf('days')]
  return (
    <form method="post" action={href(locale, paths.deskKeys('make'))}>
      {failed && <ErrorSummary title={forms.errorSummary} errors={failed.errors} focus />}
      <input type="hidden" name="csrf" value={csrf} />
      <input type="hidden" name="scope" value={place} />
      <Field
        name="name"
        label={t.name}
        hint={t.nameHint}
        maxlength={80}
        required
        {...(failed?.values.name !== undefined && { value: failed.values.name })}
        {...(nameError !== undefined && { error: nameError })}
      />
      <fieldset class="choices-list">
        <legend>{t.scopes}</legend>
        {KEY_SCOPES.map((scope) => (
          <Check
            name={scope}
            label={t.scopeNames[scope]}
            hint={t.scopeHints[scope]}
            checked={ticked(scope)}
            error={errorOf(scope)}
          />
        ))}
      </fieldset>
      <Choice
        id="days"
        name="days"
        label={t.days}
        value={failed?.values.days ?? '365'}
        options={KEY_DAYS.map((days) => ({ value: String(days), label: t.dayNames[days] }))}
        {...(daysError !== undefined && { error: daysError })}
      />
      <button type="submit">{t.makeButton}</button>
    </form>
  )
}
