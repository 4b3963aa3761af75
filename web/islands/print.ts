/** Opens the browser's own dialogue to print; without it the browser's menu does the same. */
class Print extends HTMLElement {
  connectedCallback(): void {
    this.hidden = false
    this.querySelector('button')!.addEventListener('click', () => window.print())
  }
}

customElements.define('viche-print', Print)
