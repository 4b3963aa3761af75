import { figure } from './words'

/** Tells of how many entries those on the page are; asked once, for a list is read, not watched. */
class Position extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const response = await fetch(this.dataset.src!).catch(() => undefined)
    if (!response?.ok) return
    const { size } = (await response.json()) as { size: number }
    this.querySelector('p')!.textContent = this.dataset.whole!.replace('{n}', figure(size))
    const input = document.querySelector<HTMLInputElement>('#page')
    if (input) input.max = String(Math.max(1, Math.ceil(size / 256)))
  }
}

customElements.define('viche-position', Position)
