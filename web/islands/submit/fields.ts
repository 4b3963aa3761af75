import { KEPT_FIELDS } from './kept-draft'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** The petition's own words in a form, shown or hidden, by name. */
export function wordsIn(form: HTMLFormElement): Record<string, string> {
  const values = KEPT_FIELDS.map((name) => [name, filledIn(control(form, name))])
  return Object.fromEntries(values)
}

/** Puts a draft's words into a form, whether it shows them or carries them along. */
export function fillIn(form: HTMLFormElement, fields: Readonly<Record<string, string>>): void {
  for (const name of KEPT_FIELDS) {
    const input = control(form, name)
    if (isBox(input)) input.checked = fields[name] === 'on'
    else if (input) input.value = fields[name] ?? ''
  }
}

function control(form: HTMLFormElement, name: string): Control | null {
  return form.elements.namedItem(name) as Control | null
}

function filledIn(input: Control | null): string {
  if (isBox(input)) return input.checked ? 'on' : ''
  return input?.value ?? ''
}

function isBox(input: Control | null): input is HTMLInputElement {
  return input instanceof HTMLInputElement && input.type === 'checkbox'
}
