/**
 * Shows what is wrong beside each field and in the summary on top, and takes the reader there.
 * @param title over the summary, where nothing that was typed is at fault
 */
export function showErrors(
  form: HTMLFormElement,
  errors: readonly [field: string, message: string][],
  title?: string,
): void {
  for (const place of form.querySelectorAll<HTMLElement>('.error')) put(place, '')
  for (const [field, message] of errors) {
    const place = document.getElementById(`${idOf(field)}-error`)
    if (place) put(place, message)
  }
  const summary = form.querySelector<HTMLElement>('.errors')!
  const heading = summary.querySelector('h2')!
  heading.dataset.own ??= heading.textContent
  heading.textContent = title ?? heading.dataset.own
  summary.querySelector('ul')!.replaceChildren(...errors.map(lineFor))
  summary.hidden = errors.length === 0
  if (errors.length > 0) summary.focus()
}

function put(place: HTMLElement, message: string): void {
  place.textContent = message
  place.hidden = message === ''
  place.closest('.field')?.classList.toggle('wrong', message !== '')
  const input = place.closest('.field')?.querySelector('input, textarea')
  if (message === '') input?.removeAttribute('aria-invalid')
  else input?.setAttribute('aria-invalid', 'true')
}

function lineFor([field, message]: readonly [string, string]): HTMLElement {
  const line = document.createElement('li')
  const input = document.getElementById(idOf(field))
  if (!input) {
    line.textContent = message
    return line
  }
  const link = document.createElement('a')
  link.href = `#${idOf(field)}`
  link.textContent = `${labelOf(input)}: ${message}`
  link.onclick = (event) => {
    event.preventDefault()
    input.focus()
  }
  line.append(link)
  return line
}

/** The label's own words, without what is said beside them. */
function labelOf(input: HTMLElement): string {
  const label = document.querySelector(`label[for="${input.id}"]`)
  return (label?.querySelector('span:not(.meta)') ?? label?.firstChild)?.textContent?.trim() ?? ''
}

function idOf(field: string): string {
  return field.replaceAll('.', '-')
}
