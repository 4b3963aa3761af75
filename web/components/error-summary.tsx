import { idOf } from './field'

export interface FieldError {
  /** Name of the form's field, or empty for the form as a whole. */
  readonly field: string
  readonly message: string
}

interface ErrorSummaryProps {
  readonly title: string
  readonly errors: readonly FieldError[]
  /** Id of the input of a field, where it is not the field's name. */
  readonly idFor?: (field: string) => string
  /** Takes the reader there when the page opens, also without scripts. */
  readonly focus?: boolean
}

/** What is wrong, on top of a form, each line leading to its field. Scripts fill it where it is empty. */
export function ErrorSummary({ title, errors, idFor = idOf, focus }: ErrorSummaryProps) {
  return (
    <div class="errors" role="alert" tabindex={-1} hidden={errors.length === 0} autofocus={focus}>
      <h2>{title}</h2>
      <ul>
        {errors.map(({ field, message }) => (
          <li>{field ? <a href={`#${idFor(field)}`}>{message}</a> : message}</li>
        ))}
      </ul>
    </div>
  )
}
