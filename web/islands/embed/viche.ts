import { widget as en } from '../../texts/en/widget'
import { widget as uk } from '../../texts/uk/widget'
import { isFrameMessage } from './messages'

// Runs on other people's pages: it puts nothing there but one frame, reads nothing, and needs of their content
// policy `script-src` and `frame-src` with this site alone. Styles are set as properties, never as text.

const SITE = new URL(import.meta.url).origin
/** How long the frame may be silent before the link is said to be the way, in milliseconds. */
const PATIENCE = 12_000
/** Heights in CSS pixels beyond which a frame's word is not taken. */
const TALLEST = 20_000
const ATTRIBUTES = ['petition', 'lang', 'theme', 'size'] as const

class VichePetition extends HTMLElement {
  static observedAttributes = ATTRIBUTES
  readonly #shadow = this.attachShadow({ mode: 'open' })
  #frame: HTMLIFrameElement | undefined
  #timer = 0

  connectedCallback(): void {
    addEventListener('message', this.#hear)
    document.addEventListener('securitypolicyviolation', this.#forbidden)
    this.#show()
  }

  disconnectedCallback(): void {
    removeEventListener('message', this.#hear)
    document.removeEventListener('securitypolicyviolation', this.#forbidden)
    clearTimeout(this.#timer)
  }

  attributeChangedCallback(_name: string, before: string | null, now: string | null): void {
    if (this.isConnected && this.#frame && before !== now) this.#show()
  }

  /** The link that stands in the element shows until the frame has spoken. */
  #show(): void {
    clearTimeout(this.#timer)
    this.style.display ||= 'block'
    const frame = this.#newFrame()
    this.#frame = frame
    this.#shadow.replaceChildren(this.#link(), frame)
    this.#timer = window.setTimeout(() => this.#fallBack('silent'), PATIENCE)
  }

  #newFrame(): HTMLIFrameElement {
    const frame = document.createElement('iframe')
    frame.title = this.#words().frame
    // Whose page this is need not be told.
    frame.referrerPolicy = 'no-referrer'
    frame.src = this.#address('embed')
    Object.assign(frame.style, {
      ...{ display: 'block', width: '100%', minWidth: '0', height: '0', border: '0' },
      // Out of reach of the keyboard while there is nothing in it to see.
      visibility: 'hidden',
      colorScheme: 'normal',
    })
    return frame
  }

  /** What the page's author put into the element, else a link of our own. */
  #link(): HTMLSlotElement {
    const slot = document.createElement('slot')
    const link = document.createElement('a')
    link.href = this.#address('petitions')
    link.target = '_blank'
    link.rel = 'noopener'
    link.textContent = this.#words().link
    slot.append(link)
    return slot
  }

  #hear = ({ source, origin, data }: MessageEvent): void => {
    const frame = this.#frame
    if (!frame || source !== frame.contentWindow || origin !== SITE || !isFrameMessage(data)) return
    if (data.type === 'sent') this.#tell('sent')
    else this.#fit(frame, data.height, data.title)
  }

  #fit(frame: HTMLIFrameElement, height: number, title: string): void {
    const first = frame.style.visibility === 'hidden'
    frame.style.height = `${Math.min(Math.max(0, Math.ceil(height)), TALLEST)}px`
    frame.title = this.#words().frameOf(title)
    if (!first) return
    clearTimeout(this.#timer)
    frame.style.visibility = ''
    for (const other of [...this.#shadow.children]) if (other !== frame) other.remove()
    this.#tell('ready')
  }

  #forbidden = ({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'frame-src' || !blockedURI.startsWith(SITE) || !this.#frame) return
    this.#frame.remove()
    this.#frame = undefined
    this.#fallBack('forbidden')
  }

  /** Says beside the link why there is no form. A frame that is only slow may still come. */
  #fallBack(reason: 'silent' | 'forbidden'): void {
    clearTimeout(this.#timer)
    const note = document.createElement('p')
    note.setAttribute('part', 'note')
    note.textContent = this.#words().blocked
    this.#shadow.prepend(note)
    this.#tell('fallback', reason)
  }

  #tell(event: 'ready' | 'sent' | 'fallback', reason?: string): void {
    const petition = this.getAttribute('petition')
    const detail = { petition, ...(reason !== undefined && { reason }) }
    this.dispatchEvent(new CustomEvent(`viche-${event}`, { detail, bubbles: true, composed: true }))
  }

  #words(): typeof uk {
    return this.#english() ? en : uk
  }

  #english(): boolean {
    return (this.getAttribute('lang') ?? '').toLowerCase().split('-')[0] === 'en'
  }

  #address(section: 'embed' | 'petitions'): string {
    const id = encodeURIComponent(this.getAttribute('petition') ?? '')
    const address = `${SITE}${this.#english() ? '/en' : ''}/${section}/${id}`
    if (section !== 'embed') return address
    const options = ['theme', 'size'].flatMap((name) => {
      const value = this.getAttribute(name)
      return value ? [`${name}=${encodeURIComponent(value)}`] : []
    })
    return options.length > 0 ? `${address}?${options.join('&')}` : address
  }
}

if (!customElements.get('viche-petition')) customElements.define('viche-petition', VichePetition)
