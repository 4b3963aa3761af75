import { type Input, inputsOf } from './fields'
import { MailForm } from './mail-form'
import { isNamePart } from './names'

const KEPT = 'viche-names'

/**
 * Signing. The name is remembered by this tab alone until the form is sent, so that a reload loses nothing; the
 * address never is, since a device may be shared.
 */
class SignForm extends MailForm {
  readonly address = 'email'
  readonly target = `/api/v1/petitions/${this.dataset.petition}/signatures`

  override connectedCallback(): void {
    super.connectedCallback()
    this.restore()
    this.form.addEventListener('input', () => this.keep())
  }

  challengeQuery(email: string): Record<string, string> {
    return { purpose: 'sign', petition: this.dataset.petition!, email }
  }

  extras(): Record<string, unknown> {
    return {}
  }

  override done(): void {
    store(() => sessionStorage.removeItem(KEPT))
    super.done()
  }

  names(): Input[] {
    return inputsOf(this.form).filter(isNamePart)
  }

  keep(): void {
    const names = this.names().map(({ name, value }) => [name, value])
    store(() => sessionStorage.setItem(KEPT, JSON.stringify(Object.fromEntries(names))))
  }

  restore(): void {
    store(() => {
      const names = JSON.parse(sessionStorage.getItem(KEPT) ?? '{}')
      for (const input of this.names()) input.value ||= String(names[input.name] ?? '')
    })
  }
}

/** Private windows refuse storage; the form works without. */
function store(work: () => void): void {
  try {
    work()
  } catch {
    // Remembering is a convenience.
  }
}

customElements.define('viche-sign-form', SignForm)
