import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { type Problem, problemIn } from './sending'

interface Ceremony {
  readonly ceremony: string
  readonly options: unknown
}

/** A button that proves with a passkey who presses it, or adds one, and goes on from there. */
class Passkey extends HTMLElement {
  button = this.querySelector<HTMLButtonElement>('button[data-start]')!
  label = this.button.textContent
  busy = false

  connectedCallback(): void {
    this.button.addEventListener('click', () => void this.run())
  }

  async run(): Promise<void> {
    if (this.busy) return
    this.working(true)
    this.say('')
    try {
      if (!browserSupportsWebAuthn()) return this.say(this.dataset.unsupported!)
      const answer = this.dataset.kind === 'enrol' ? await this.enrol() : await this.prove()
      this.goOn(answer)
    } catch (error) {
      this.say(await this.explain(error))
    } finally {
      this.working(false)
    }
  }

  async prove(): Promise<{ formWaits?: boolean }> {
    const { ceremony, options } = await this.post<Ceremony>('session/options', {})
    const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON
    const response = await startAuthentication({ optionsJSON })
    return this.post('session', { ceremony, response })
  }

  async enrol(): Promise<object> {
    const { token } = this.dataset
    const { ceremony, options } = await this.post<Ceremony>('passkeys/options', token ? { token } : {})
    const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON
    const response = await startRegistration({ optionsJSON })
    return this.post('passkeys', { ceremony, response })
  }

  /** The form that waited for the proof is sent; else the reader comes out where they wanted to go. */
  goOn({ formWaits }: { formWaits?: boolean }): void {
    const waiting = this.querySelector<HTMLFormElement>('form[data-continue]')
    if (waiting) waiting.submit()
    else location.assign(formWaits ? this.dataset.kept! : this.dataset.next!)
  }

  async post<T>(path: string, body: object): Promise<T> {
    const answer = await fetch(`/api/v1/staff/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': this.dataset.locale! },
      body: JSON.stringify(body),
    })
    if (!answer.ok) throw answer
    return (await answer.json()) as T
  }

  /** What went wrong, in words for whoever stands before the device. */
  async explain(error: unknown): Promise<string> {
    const t = this.dataset
    if (error instanceof Response) {
      const { code, detail }: Problem = await problemIn(error)
      return code === 'passkey-refused' ? t.refused! : (detail ?? t.network!)
    }
    const { name } = error as Error
    if (name === 'InvalidStateError') return t.known!
    if (name === 'SecurityError') return t.address!
    if (name === 'NotSupportedError') return t.unsupported!
    return error instanceof TypeError ? t.network! : t.cancelled!
  }

  say(words: string): void {
    const place = this.querySelector<HTMLElement>('[data-error]')!
    place.textContent = words
    place.hidden = words === ''
  }

  working(on: boolean): void {
    this.busy = on
    this.button.setAttribute('aria-disabled', String(on))
    this.button.textContent = on ? this.dataset.working! : this.label
  }
}

customElements.define('viche-passkey', Passkey)
