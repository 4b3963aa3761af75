import '../count'
import { MailForm } from '../mail-form'
import type { FrameMessage } from './messages'
import { wear } from './theme'

const options = new URLSearchParams(location.search)

/** Tells the page around us, whichever it is: there is nothing in it that not everybody may know. */
function tell(message: FrameMessage): void {
  if (parent !== window) parent.postMessage(message, '*')
}

/** The form to sign in its frame. Without scripts a link to the site's own form stands in its place. */
class Embed extends MailForm {
  readonly address = 'email'
  readonly target = `/api/v1/petitions/${this.dataset.petition}/signatures`

  override connectedCallback(): void {
    super.connectedCallback()
    const link = this.querySelector<HTMLAnchorElement>('[data-elsewhere]')!
    if (options.get('size') === 'compact') this.#unfoldBy(link)
    else this.#unfold(link)
  }

  challengeQuery(email: string): Record<string, string> {
    return { purpose: 'sign', petition: this.dataset.petition!, email }
  }

  extras(): Record<string, unknown> {
    return {}
  }

  override done(): void {
    super.done()
    tell({ viche: 1, type: 'sent' })
  }

  #unfold(instead: HTMLElement): void {
    instead.hidden = true
    this.form.hidden = false
  }

  /** In the small size a button brings the form, and takes the reader to its first field. */
  #unfoldBy(link: HTMLElement): void {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = this.dataset.sign!
    button.onclick = () => {
      this.#unfold(button)
      this.form.querySelector('input')!.focus()
    }
    link.replaceWith(button)
  }
}

wear(options.get('theme'))
customElements.define('viche-embed', Embed)

function tellSize(): void {
  const { height } = document.body.getBoundingClientRect()
  tell({ viche: 1, type: 'size', height, title: document.querySelector('h1')!.textContent! })
}

// At once, since browsers hold up the observers of a frame that has no height yet.
tellSize()
new ResizeObserver(tellSize).observe(document.body)
