import { charactersIn } from '../../../shared/characters'
import { ADVICE, type AdviceCode, adviceOn } from '../../../shared/draft/advice'
import { figure } from '../words'
import { fillIn, wordsIn } from './fields'
import { keepDraft, keptDraft } from './kept-draft'
import { DraftOffer } from './offer'

/** How long after the last key the advice is read again: nothing moves under whoever is writing. */
const PAUSE_MS = 1200

/** A step of submitting: counts characters, gives advice, keeps a draft on this device. */
export class SubmitStep extends HTMLElement {
  readonly form = this.querySelector('form')!
  readonly draftKey = this.dataset.draft!
  #pause = 0

  connectedCallback(): void {
    const offer = new DraftOffer(this, ({ fields }) => {
      fillIn(this.form, fields)
      this.#recount()
      this.querySelector<HTMLElement>('#title')?.focus()
    })
    const kept = keptDraft(this.draftKey)
    const { title, text } = wordsIn(this.form)
    if (title || text) this.#keep()
    else if (kept) offer.show(kept)
    this.form.addEventListener('input', () => this.#typed())
    addEventListener('storage', ({ key, newValue }) => {
      if (key === this.draftKey && newValue !== null) offer.showElsewhere()
    })
    for (const note of this.querySelectorAll<HTMLElement>('[data-kept]')) note.hidden = false
    this.querySelector<HTMLElement>('[autofocus]')?.focus()
  }

  #typed(): void {
    this.#recount()
    this.#keep()
    clearTimeout(this.#pause)
    this.#pause = window.setTimeout(() => this.#advise(), PAUSE_MS)
  }

  #keep(): void {
    keepDraft(this.draftKey, { fields: wordsIn(this.form), at: new Date().toISOString() })
  }

  #recount(): void {
    for (const counter of this.querySelectorAll<HTMLElement>('[data-counter]')) {
      const input = this.form.elements.namedItem(counter.dataset.counter!) as HTMLInputElement
      const left = Number(counter.dataset.max) - charactersIn(input.value.trim())
      const words = left < 0 ? this.dataset.over! : this.dataset.left!
      counter.textContent = words.replace('{n}', figure(Math.abs(left)))
      counter.classList.toggle('over-limit', left < 0)
    }
  }

  /** Shows the advice on this step's field, and tells the server that it was shown. */
  #advise(): void {
    const panel = this.querySelector<HTMLElement>('[data-advice]')
    if (!panel) return
    const given = adviceOn(wordsIn(this.form))
    let any = false
    for (const line of panel.querySelectorAll<HTMLElement>('[data-code]')) {
      const code = line.dataset.code as AdviceCode
      line.hidden = !(given.includes(code) && code in ADVICE)
      any ||= !line.hidden
    }
    panel.hidden = !any
    const seen = this.form.elements.namedItem('seen') as HTMLInputElement
    seen.value = [...new Set([...seen.value.split(' ').filter(Boolean), ...given])].join(' ')
  }
}
