import type { Day } from '../../../shared/calendar/day'
import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Locale } from '../../../shared/locale'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { ErrorSummary, type FieldError } from '../error-summary'
import { Field } from '../field'
import { ACTION_FIELDS } from './action-fields'
import { Choice } from './choice'

/** A form that was sent back: what is wrong, and what was in it. */
export interface FailedAction {
  readonly action: StaffAction
  readonly errors: readonly FieldError[]
  readonly values: Readonly<Record<string, string>>
}

interface ActionFormProps {
  readonly locale: Locale
  readonly petitionId: string
  readonly action: StaffAction
  readonly csrf: string
  readonly today: Day
  readonly failed?: FailedAction
}

/** One action of the desk as a plain form; those with fields stay folded until they are needed. */
export function ActionForm(props: ActionFormProps) {
  const { locale, action, failed } = props
  const t = textsOf(locale).desk.act[action]
  return (
    <details class="action" open={failed !== undefined || ACTION_FIELDS[action].length === 0}>
      <summary>{t.title}</summary>
      <p>{t.hint}</p>
      <Form {...props} />
    </details>
  )
}

/** What cannot be taken back easily stands out. */
const DANGEROUS: readonly StaffAction[] = ['reject', 'resume-collection']

function Form({ locale, petitionId, action, csrf, today, failed }: ActionFormProps) {
  const { desk, forms } = textsOf(locale)
  const idFor = (field: string) => `${action}-${field}`
  return (
    <form method="post" action={href(locale, paths.deskAction(petitionId, action))}>
      <input type="hidden" name="csrf" value={csrf} />
      {failed && <ErrorSummary title={forms.errorSummary} errors={failed.errors} idFor={idFor} />}
      {ACTION_FIELDS[action].map((field) => (
        <ActionField
          locale={locale}
          field={field}
          id={idFor(field.name)}
          today={today}
          value={failed?.values[field.name]}
          error={failed?.errors.find((error) => error.field === field.name)?.message}
        />
      ))}
      <button type="submit" class={DANGEROUS.includes(action) ? 'danger' : undefined}>
        {desk.act[action].button}
      </button>
    </form>
  )
}

interface ActionFieldProps {
  readonly locale: Locale
  readonly field: (typeof ACTION_FIELDS)[StaffAction][number]
  readonly id: string
  readonly today: Day
  readonly value: string | undefined
  readonly error: string | undefined
}

function ActionField({ locale, field, id, today, value, error }: ActionFieldProps) {
  const { desk, site } = textsOf(locale)
  const shared = {
    id,
    name: field.name,
    label: desk.fields[field.label],
    required: !field.optional,
    ...(field.optional && { optional: site.optional }),
    ...(value !== undefined && { value }),
    ...(error !== undefined && { error }),
  }
  if (field.kind === 'choice') return <Choice {...shared} options={field.options(locale)} />
  if (field.kind === 'date') return <Field {...shared} type="date" min={today} />
  if (field.kind === 'url') return <Field {...shared} type="url" />
  return <Field {...shared} {...(field.kind === 'text' && { rows: field.rows ?? 5 })} />
}
