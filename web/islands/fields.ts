import { nameFault } from './names'

export type Input = HTMLInputElement | HTMLTextAreaElement
export type Words = DOMStringMap

/** The form's inputs that people fill in. */
export function inputsOf(form: HTMLFormElement): Input[] {
  return [...form.querySelectorAll<Input>('input[name], textarea[name]')]
}

/** Field by field, what is wrong before anything is sent, in the page's words. */
export function problemsOf(form: HTMLFormElement, words: Words): [field: string, message: string][] {
  const inputs = inputsOf(form)
  return inputs.flatMap((input): [string, string][] => {
    const message = isWrong(input) ? messageFor(input, words) : nameFault(input, inputs, words)
    return message === undefined ? [] : [[input.name, message]]
  })
}

function isWrong(input: Input): boolean {
  return !input.validity.valid || isBlank(input)
}

/** What the API takes: `author.email` becomes `{author: {email}}`; empty fields are left out. */
export function bodyOf(form: HTMLFormElement): Record<string, unknown> {
  const body: Record<string, unknown> = {}
  for (const input of inputsOf(form)) {
    const value = filledIn(input)
    if (value === '' || value === false || isTrapOfBrowser(input)) continue
    const [parent, child] = input.name.split('.') as [string, string?]
    if (child === undefined) body[parent] = value
    else body[parent] = { ...(body[parent] as object), [child]: value }
  }
  return body
}

/** A browser that fills in what people do not see makes nobody a program. */
export function isTrapOfBrowser(input: Input): boolean {
  try {
    return input.name === 'website' && input.matches(':autofill')
  } catch {
    return false
  }
}

function filledIn(input: Input): string | boolean {
  return input instanceof HTMLInputElement && input.type === 'checkbox' ? input.checked : input.value.trim()
}

/** Spaces alone fill nothing in. */
function isBlank(input: Input): boolean {
  return input.required && filledIn(input) === ''
}

function messageFor(input: Input, words: Words): string {
  const { validity } = input
  if (input.name === 'noticeRead') return words.noticeRead!
  if (validity.valueMissing || isBlank(input)) return words.required!
  if (validity.tooShort) return words.tooShort!
  if (validity.tooLong) return words.tooLong!
  return words.emailWrong!
}
