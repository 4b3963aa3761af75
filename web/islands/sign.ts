import { MailForm } from './mail-form'

class SignForm extends MailForm {
  readonly address = 'email'
  readonly target = `/api/v1/petitions/${this.dataset.petition}/signatures`

  challengeQuery(email: string): Record<string, string> {
    return { purpose: 'sign', petition: this.dataset.petition!, email }
  }

  extras(): Record<string, unknown> {
    return {}
  }
}

customElements.define('viche-sign-form', SignForm)
