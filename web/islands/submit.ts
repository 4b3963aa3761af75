import { bodyOf, draftIn } from '../../shared/draft/draft'
import { inputsOf, isTrapOfBrowser } from './fields'
import { MailForm } from './mail-form'
import { wordsIn } from './submit/fields'
import { keepDraft } from './submit/kept-draft'
import { SubmitStep } from './submit/step'

/** The last step of submitting: proves the work and sends the whole draft. */
class SubmitForm extends MailForm {
  readonly address = 'author.email'
  readonly target = '/api/v1/petitions'

  challengeQuery(email: string): Record<string, string> {
    return { purpose: 'submit', email }
  }

  override body(): Record<string, unknown> {
    const fields = [...new FormData(this.form)].map(([name, value]) => [name, String(value)])
    const form = Object.fromEntries(fields) as Record<string, string>
    const trapped = inputsOf(this.form).some((input) => input.name === 'website' && !isTrapOfBrowser(input))
    return { ...bodyOf(draftIn(form)), ...(trapped && form.website && { website: form.website }) }
  }

  extras(): Record<string, unknown> {
    return { communityId: this.dataset.community, hostId: this.dataset.host }
  }

  override done(): void {
    const fields = wordsIn(this.form)
    keepDraft(this.dataset.draft!, { fields, at: new Date().toISOString(), sent: true })
    super.done()
  }
}

customElements.define('viche-submit', SubmitStep)
customElements.define('viche-submit-form', SubmitForm)
