import { textIn } from './receipt-file'

/** Takes a receipt: a file chosen or dropped anywhere on the page, or pasted text. */
export class ReceiptBox {
  constructor(
    private readonly element: HTMLElement,
    private readonly take: (receipt: string) => void,
  ) {}

  listen(): void {
    const form = this.element.querySelector<HTMLFormElement>('[data-receipt]')!
    const file = form.querySelector('input')!
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      this.takeText(form.querySelector('textarea')!.value)
    })
    file.addEventListener('change', () => this.takeFiles(file.files))
    this.listenToDrops(this.element.querySelector<HTMLElement>('[data-drop]')!)
  }

  /** Wherever on the page a file is let go of, the browser must not leave the page for it. */
  private listenToDrops(area: HTMLElement): void {
    addEventListener('dragover', (event) => {
      event.preventDefault()
      area.classList.add('over')
    })
    addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) area.classList.remove('over')
    })
    addEventListener('drop', (event) => {
      event.preventDefault()
      area.classList.remove('over')
      this.takeFiles(event.dataTransfer?.files)
    })
  }

  private async takeFiles(files: FileList | null | undefined): Promise<void> {
    const [file, ...others] = files ?? []
    if (!file) return
    const { dataset } = this.element
    if (others.length > 0) return this.complain('file', dataset.many!)
    const text = await textIn(file)
    if (typeof text === 'string') this.takeText(text)
    else this.complain('file', dataset[text.refusal]!.replace('{name}', file.name))
  }

  private takeText(text: string): void {
    if (text.trim()) {
      this.complain('', '')
      this.take(text)
    } else this.complain('receipt', this.element.dataset.empty!)
  }

  /** Says beside a field what is wrong with it, and nothing beside the other. */
  private complain(field: string, words: string): void {
    for (const id of ['file', 'receipt']) {
      const input = this.element.querySelector<HTMLElement>(`#${id}`)!
      const error = this.element.querySelector<HTMLElement>(`#${id}-error`)!
      const wrong = id === field
      error.textContent = wrong ? words : ''
      error.hidden = !wrong
      error.parentElement!.classList.toggle('wrong', wrong)
      input.ariaInvalid = wrong ? 'true' : null
      if (wrong) input.focus()
    }
  }
}
