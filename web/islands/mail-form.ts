import { proof } from './challenge'
import { showErrors } from './errors'
import { bodyOf, inputsOf, problemsOf } from './fields'
import { MailAwaited } from './mail-awaited'
import { type Problem, problemIn, Slow, send } from './sending'

/** A form that ends in «check your mail»: checks, proof of work, sending, errors. */
export abstract class MailForm extends HTMLElement {
  form = this.querySelector('form')!
  busy = false
  awaited: MailAwaited | undefined

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
    addEventListener('online', this.goOn)
  }

  disconnectedCallback(): void {
    removeEventListener('online', this.goOn)
  }

  waiting = false

  /** Sends what a lost connection has held up. */
  goOn = (): void => {
    if (this.waiting && !this.busy) this.run()
  }

  async run(): Promise<void> {
    this.waiting = false
    const wrong = problemsOf(this.form, this.dataset)
    showErrors(this.form, wrong)
    if (wrong.length > 0) return
    try {
      await this.send()
      this.done()
    } catch (error) {
      const wrong = await this.explain(error)
      showErrors(this.form, wrong, wrong.every(([field]) => field === '') ? this.refusal : undefined)
    } finally {
      this.working('')
    }
  }

  /** What the form says, as the API takes it. */
  body(): Record<string, unknown> {
    return bodyOf(this.form)
  }

  /** From the proof of work to the server's answer; again for another mail, and with harder work where it has become so. */
  async send(): Promise<void> {
    try {
      await this.attempt()
    } catch (error) {
      if (!(error instanceof Response) || (await problemIn(error.clone())).code !== 'challenge-expired')
        throw error
      await this.attempt()
    }
  }

  async attempt(): Promise<void> {
    this.working(this.dataset.checking!)
    const altcha = await proof(this.challengeQuery(this.email()), this.dataset.worker!)
    this.working(this.dataset.sending!)
    const locale = this.dataset.locale!
    const body = JSON.stringify({ ...this.body(), ...this.extras(), altcha, locale })
    await send(this.target, body, locale, () => this.working(this.dataset.retrying!))
  }

  email(): string {
    return this.emailInput().value.trim()
  }

  emailInput() {
    return inputsOf(this.form).find(({ name }) => name === this.address)!
  }

  /** Title of the last problem, where the server told one. */
  refusal: string | undefined

  /** A problem's own words where it has some, else that the site or the connection is at fault. */
  async explain(error: unknown): Promise<[field: string, message: string][]> {
    this.refusal = undefined
    if (!(error instanceof Response)) return [['', this.faultOf(error)]]
    const problem: Problem = await problemIn(error)
    const errors = (problem.errors ?? []).map(
      (one) => [one.field, one.message ?? one.code] as [string, string],
    )
    this.refusal = problem.title
    return errors.length > 0 ? errors : [['', problem.detail ?? problem.title ?? this.dataset.server!]]
  }

  faultOf(error: unknown): string {
    this.waiting = !navigator.onLine
    if (this.waiting) return this.dataset.offline!
    return error instanceof TypeError || error instanceof Slow ? this.dataset.network! : this.dataset.server!
  }

  /** The button keeps the focus while it is at work, and says at what. */
  working(words: string): void {
    this.busy = words !== ''
    this.form.querySelector('.working')!.textContent = words
    const button = this.form.querySelector<HTMLButtonElement>('button[type=submit]')!
    button.dataset.label ??= button.textContent
    button.textContent = words || button.dataset.label
    button.setAttribute('aria-disabled', String(this.busy))
  }

  done(): void {
    const panel = this.querySelector<HTMLElement>('[data-done]')!
    panel.querySelector('[data-email]')!.textContent = this.email()
    this.form.hidden = true
    panel.hidden = false
    panel.focus()
    this.awaited ??= MailAwaited.in(panel, {
      again: () => this.send().finally(() => this.working('')),
      explain: (error) => this.explain(error),
      correct: () => this.correct(panel),
    })
    this.awaited?.rest()
  }

  /** Back to the form, everything as it was filled in. */
  correct(panel: HTMLElement): void {
    panel.hidden = true
    this.form.hidden = false
    this.emailInput().focus()
  }
}
