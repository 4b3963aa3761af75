import { proof } from './challenge'
import { showErrors } from './errors'
import { bodyOf, inputsOf, problemsOf } from './fields'

/** How often a form that was filled in too fast is sent again by itself. */
const PATIENCE = 3

/** A form that ends in «check your mail»: checks, proof of work, sending, errors. */
export abstract class MailForm extends HTMLElement {
  form = this.querySelector('form')!
  busy = false

  abstract readonly target: string
  /** Name of the field that holds the address. */
  abstract readonly address: string
  abstract challengeQuery(email: string): Record<string, string>
  abstract extras(): Record<string, unknown>

  connectedCallback(): void {
    this.form.noValidate = true
    this.form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (!this.busy) this.run()
    })
  }

  async run(): Promise<void> {
    const wrong = problemsOf(this.form, this.dataset)
    showErrors(this.form, wrong)
    if (wrong.length > 0) return
    this.working(this.dataset.checking!)
    try {
      await this.send()
      this.done()
    } catch (error) {
      showErrors(this.form, await this.explain(error))
    } finally {
      this.working('')
    }
  }

  /** What the form says, as the API takes it. */
  body(): Record<string, unknown> {
    return bodyOf(this.form)
  }

  async send(): Promise<void> {
    const altcha = await proof(this.challengeQuery(this.email()), this.dataset.worker!)
    const locale = this.dataset.locale
    const body = JSON.stringify({ ...this.body(), ...this.extras(), altcha, locale })
    for (let attempt = 1; ; attempt++) {
      const response = await fetch(this.target, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'accept-language': locale! },
        body,
      })
      if (response.ok) return
      if (attempt === PATIENCE || !(await isTooFast(response))) throw response
      await pause(Number(response.headers.get('retry-after') ?? 1))
    }
  }

  email(): string {
    return inputsOf(this.form)
      .find(({ name }) => name === this.address)!
      .value.trim()
  }

  /** A problem's own words where it has some, else that the site or the connection is at fault. */
  async explain(error: unknown): Promise<[field: string, message: string][]> {
    const fault = error instanceof TypeError ? this.dataset.network! : this.dataset.server!
    if (!(error instanceof Response)) return [['', fault]]
    const problem = (await error.json().catch(() => ({}))) as Problem
    const errors = (problem.errors ?? []).map(
      (one) => [one.field, one.message ?? one.code] as [string, string],
    )
    return errors.length > 0 ? errors : [['', problem.detail ?? problem.title ?? fault]]
  }

  working(words: string): void {
    this.busy = words !== ''
    this.querySelector('.working')!.textContent = words
    this.querySelector<HTMLButtonElement>('button[type=submit]')!.disabled = this.busy
  }

  done(): void {
    const panel = this.querySelector<HTMLElement>('[data-done]')!
    panel.querySelector('[data-email]')!.textContent = this.email()
    this.form.hidden = true
    panel.hidden = false
    panel.focus()
  }
}

interface Problem {
  readonly title?: string
  readonly detail?: string
  readonly code?: string
  readonly errors?: readonly { readonly field: string; readonly code: string; readonly message?: string }[]
}

async function isTooFast(response: Response): Promise<boolean> {
  const problem = (await response
    .clone()
    .json()
    .catch(() => ({}))) as Problem
  return problem.code === 'too-fast'
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 1000 * seconds + 200))
}
