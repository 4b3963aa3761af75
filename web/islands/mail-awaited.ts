/** Seconds before another mail can be asked for. */
const PAUSE = 60

interface Ways {
  /** Sends the form again. */
  again(): Promise<void>
  /** What to say of a failure, field by field. */
  explain(error: unknown): Promise<[field: string, message: string][]>
  correct(): void
}

/** The wait for a mail: asking for another after a pause, or correcting the address. */
export class MailAwaited {
  #left = 0
  #timer = 0
  readonly #button: HTMLButtonElement
  readonly #said: HTMLElement
  readonly #ways: Ways

  private constructor(panel: HTMLElement, button: HTMLButtonElement, ways: Ways) {
    this.#button = button
    this.#said = panel.querySelector('[data-repeated]')!
    this.#ways = ways
    button.onclick = () => this.#repeat()
    panel.querySelector<HTMLElement>('[data-correct]')!.onclick = () => {
      this.#said.textContent = ''
      ways.correct()
    }
  }

  /** Undefined where the panel offers nothing of the kind. */
  static in(panel: HTMLElement, ways: Ways): MailAwaited | undefined {
    const button = panel.querySelector<HTMLButtonElement>('[data-again]')
    return button ? new MailAwaited(panel, button, ways) : undefined
  }

  /** Begins the pause. */
  rest(): void {
    clearInterval(this.#timer)
    this.#left = PAUSE
    this.#show()
    this.#timer = window.setInterval(() => {
      this.#left--
      this.#show()
      if (this.#left === 0) clearInterval(this.#timer)
    }, 1000)
  }

  #show(): void {
    const { again, againIn } = this.#button.dataset
    const waits = this.#left > 0
    this.#button.textContent = waits ? againIn!.replace('{n}', String(this.#left)) : again!
    this.#button.setAttribute('aria-disabled', String(waits))
  }

  async #repeat(): Promise<void> {
    if (this.#left > 0) return
    this.rest()
    try {
      await this.#ways.again()
      this.#said.textContent = this.#button.dataset.sentAgain!
    } catch (error) {
      const [[, message]] = (await this.#ways.explain(error)) as [[string, string]]
      this.#said.textContent = message
    }
  }
}
