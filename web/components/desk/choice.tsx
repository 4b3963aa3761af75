import { describedBy, Field, type FieldProps } from '../field'

export interface Option {
  readonly value: string
  readonly label: string
}

interface ChoiceProps extends FieldProps {
  readonly id: string
  readonly options: readonly Option[]
}

/** A field that is chosen from a few named values. */
export function Choice({ options, ...field }: ChoiceProps) {
  const { id, name, value, hint, required } = field
  return (
    <Field {...field}>
      <select id={id} name={name} required={required} aria-describedby={describedBy(id, hint)}>
        {options.map((option) => (
          <option value={option.value} selected={option.value === (value ?? '')}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
