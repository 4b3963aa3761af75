import type { Child } from 'hono/jsx'

export interface FieldProps {
  readonly name: string
  /** Where one page holds several forms with the same names. */
  readonly id?: string
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly type?: 'text' | 'email' | 'date' | 'url'
  readonly value?: string
  readonly required?: boolean
  /** Said beside the label of a field that may stay empty. */
  readonly optional?: string
  readonly autocomplete?: string
  readonly min?: string
  readonly minlength?: number
  readonly maxlength?: number
  /** Makes it a text area of this many lines. */
  readonly rows?: number
  /** Replaces the input, e.g. with a choice. */
  readonly children?: Child
}

/** A label, its hint, a place for its error, and the input they describe. */
export function Field(props: FieldProps) {
  const { label, hint, error, optional } = props
  const id = props.id ?? idOf(props.name)
  return (
    <div class={error ? 'field wrong' : 'field'}>
      <label for={id}>
        {label}
        {optional && <span class="meta"> ({optional})</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <p class="error" id={`${id}-error`} hidden={!error}>
        {error}
      </p>
      {props.children ?? <Input {...props} />}
    </div>
  )
}

/** The id of a field's input: names may hold dots. */
export function idOf(name: string): string {
  return name.replaceAll('.', '-')
}

/** The ids that describe an input: its hint, and its error's place. */
export function describedBy(id: string, hint: string | undefined): string {
  return hint ? `${id}-hint ${id}-error` : `${id}-error`
}

function Input(props: FieldProps) {
  const { name, value, required, minlength, maxlength, error, rows, autocomplete } = props
  const id = props.id ?? idOf(name)
  const shared = {
    id,
    name,
    required,
    minlength,
    maxlength,
    autocomplete,
    'aria-describedby': describedBy(id, props.hint),
    'aria-invalid': error ? ('true' as const) : undefined,
  }
  if (rows)
    return (
      <textarea {...shared} rows={rows}>
        {value}
      </textarea>
    )
  return <input {...shared} type={props.type ?? 'text'} value={value} min={props.min} />
}
