import { type Input, inputsOf } from './fields'
import { MailForm } from './mail-form'
import { figure } from './words'

/** Submitting a petition: counts characters and keeps a draft on this device. */
class SubmitForm extends MailForm {
  readonly address = 'author.email'
  readonly target = '/api/v1/petitions'
  readonly draftKey = `viche-draft-${this.dataset.community}-${this.dataset.host}`

  override connectedCallback(): void {
    super.connectedCallback()
    this.restore()
    this.recount()
    this.form.addEventListener('input', () => {
      this.recount()
      this.keep()
    })
    this.querySelector('[data-discard]')!.addEventListener('click', () => {
      this.form.reset()
      this.forget()
      this.recount()
    })
  }

  challengeQuery(email: string): Record<string, string> {
    return { purpose: 'submit', email }
  }

  extras(): Record<string, unknown> {
    return { communityId: this.dataset.community, hostId: this.dataset.host }
  }

  override done(): void {
    this.forget()
    super.done()
  }

  recount(): void {
    for (const counter of this.querySelectorAll<HTMLElement>('[data-counter]')) {
      const input = this.form.elements.namedItem(counter.dataset.counter!) as Input
      counter.textContent = counter.dataset.words!.replace('{n}', figure([...input.value].length))
    }
  }

  /** The petition's own words alone: a shared device should not give the author away. */
  drafted(): Input[] {
    return inputsOf(this.form).filter(({ name }) => name === 'title' || name === 'text')
  }

  keep(): void {
    store(() => {
      const draft = this.drafted().map(({ name, value }) => [name, value])
      localStorage.setItem(this.draftKey, JSON.stringify(Object.fromEntries(draft)))
    })
  }

  restore(): void {
    store(() => {
      const draft = JSON.parse(localStorage.getItem(this.draftKey) ?? '{}')
      for (const input of this.drafted()) input.value ||= String(draft[input.name] ?? '')
    })
  }

  forget(): void {
    store(() => localStorage.removeItem(this.draftKey))
  }
}

/** Private windows and full disks refuse storage; the form works without. */
function store(work: () => void): void {
  try {
    work()
  } catch {
    // A draft is a convenience.
  }
}

customElements.define('viche-submit-form', SubmitForm)
