import type { Day } from '../../../shared/calendar/day'
import type { StaffAction } from '../../../shared/http/staff-actions'
import type { Locale } from '../../../shared/locale'
import type { PetitionView } from '../../../shared/petition/view'
import { actionFacts } from '../../../shared/staff/action-facts'
import { href, paths } from '../../addresses'
import { textsOf } from '../../texts'
import { roleIn } from '../../texts/speech'
import { ErrorSummary, type FieldError } from '../error-summary'
import { Field } from '../field'
import { ACTION_FIELDS } from './action-fields'
import { Choice } from './choice'
import { Grounds } from './grounds'
import { Hidden } from './hidden'

/** A form that was sent back: what is wrong, and what was in it. */
export interface FailedAction {
  readonly action: StaffAction
  readonly errors: readonly FieldError[]
  readonly values: Readonly<Record<string, string>>
}

export interface ActionFormProps {
  readonly locale: Locale
  readonly petition: Pick<PetitionView, 'id' | 'host'>
  readonly action: StaffAction
  readonly csrf: string
  /** `seq` of the last event that this page knows. */
  readonly seq: number
  readonly today: Day
  readonly failed?: FailedAction | undefined
}

/** One action of the desk, folded until it is needed. */
export function FoldedAction(props: ActionFormProps) {
  const { locale, action, failed } = props
  return (
    <details class="action" open={failed !== undefined}>
      <summary>{textsOf(locale).desk.act[action].title}</summary>
      <ActionForm {...props} />
    </details>
  )
}

/** What is shown before it is done: mails as they will go out, a new due date, what everybody will read. */
export const PREVIEWED = ['reject', 'extend', 'announce'] as const
type Previewed = (typeof PREVIEWED)[number]

export function isPreviewed(action: StaffAction): action is Previewed {
  return (PREVIEWED as readonly StaffAction[]).includes(action)
}

/** What cannot be taken back easily stands out. */
const DANGEROUS: readonly StaffAction[] = ['reject', 'resume-collection']

/** An action as a plain form: what it means, by which article, who may, who is told by mail. */
export function ActionForm({ locale, petition, action, csrf, seq, today, failed }: ActionFormProps) {
  const { desk, forms, deskCase } = textsOf(locale)
  const idFor = (field: string) => `${action}-${field}`
  return (
    <form id={`act-${action}`} method="post" action={href(locale, paths.deskAction(petition.id, action))}>
      <Hidden fields={{ csrf, seq: String(seq) }} />
      <p>{desk.act[action].hint}</p>
      <Facts locale={locale} petition={petition} action={action} />
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
        {isPreviewed(action) ? deskCase.preview[action] : desk.act[action].button}
      </button>
    </form>
  )
}

/** «Підстава… Може зробити… Лист отримає…» */
function Facts({ locale, petition, action }: Pick<ActionFormProps, 'locale' | 'petition' | 'action'>) {
  const t = textsOf(locale).deskCase
  const { rule, roles, mails } = actionFacts(action, petition.host)
  const named = (names: readonly string[]) => names.map((role) => roleIn(locale, role)).join(', ')
  return (
    <p class="meta">
      {t.basis}: {rule.item[locale]} ({rule.id}). {t.mayDo}: {named(roles)}.{' '}
      {mails.length > 0 ? `${t.mailed}: ${named(mails)}.` : t.notMailed}
    </p>
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
  if (field.kind === 'grounds') {
    return <Grounds locale={locale} name={field.name} id={id} value={value} error={error} />
  }
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
