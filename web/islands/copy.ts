/** Copies an address, and says that it did. Without a clipboard the address stands beside it as text. */
class Copy extends HTMLElement {
  connectedCallback(): void {
    this.hidden = !navigator.clipboard
    this.querySelector('button')!.addEventListener('click', this.copy)
  }

  copy = async (): Promise<void> => {
    const { text, done, failed } = this.dataset
    const copied = await navigator.clipboard.writeText(text!).then(
      () => true,
      () => false,
    )
    this.querySelector('[role=status]')!.textContent = copied ? done! : failed!
  }
}

customElements.define('viche-copy', Copy)
