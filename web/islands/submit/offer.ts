import { eraseDraft, type KeptDraft, keepDraft, keptDraft } from './kept-draft'

/** The offer to go on with a draft that this device keeps, or to erase it, which can be undone. */
export class DraftOffer {
  readonly #panel: HTMLElement
  readonly #key: string
  readonly #words: DOMStringMap
  readonly #locale: string

  constructor(host: HTMLElement, taken: (draft: KeptDraft) => void) {
    this.#panel = host.querySelector('[data-offer]')!
    this.#key = host.dataset.draft!
    this.#words = host.dataset
    this.#locale = host.dataset.locale!
    const discard = this.#button('[data-discard]')
    const discardWords = discard.textContent
    let erased: KeptDraft | undefined
    this.#button('[data-take]').onclick = () => {
      const draft = keptDraft(this.#key)
      this.#panel.hidden = true
      if (draft) taken(draft)
    }
    discard.onclick = () => {
      const draft = keptDraft(this.#key)
      if (erased) {
        keepDraft(this.#key, erased)
        discard.textContent = discardWords
        this.show(erased)
        erased = undefined
      } else if (draft) {
        erased = draft
        eraseDraft(this.#key)
        discard.textContent = this.#words.undo!
        this.#say(this.#words.erased!, false)
      }
    }
  }

  show({ fields, at, sent }: KeptDraft): void {
    const words = (sent ? this.#words.sentWords : this.#words.foundWords)!
    const when = new Date(at).toLocaleString(this.#locale, { dateStyle: 'long', timeStyle: 'short' })
    const title = fields.title || this.#words.untitled!
    this.#say(words.replace('{title}', () => title).replace('{when}', when), true)
  }

  /** Another tab writes the same draft. */
  showElsewhere(): void {
    this.#button('[data-discard]').hidden = true
    this.#panel.querySelector('h2')!.hidden = true
    this.#say(this.#words.elsewhere!, false)
  }

  #say(words: string, takeable: boolean): void {
    this.#panel.querySelector('[data-found]')!.textContent = words
    this.#button('[data-take]').hidden = !takeable
    this.#panel.hidden = false
  }

  #button(selector: string): HTMLButtonElement {
    return this.#panel.querySelector(selector)!
  }
}
