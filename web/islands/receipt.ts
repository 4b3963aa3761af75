import './copy'
import { figure } from './words'

/** Milliseconds between questions: about two and a half minutes in all. */
const PAUSES = [1000, 1000, 2000, 2000, 3000, 5000, 8000, 13_000, 20_000, 30_000, 60_000]

/** Asks for a receipt until it is ready, ever less often, and gives up kindly. */
class Receipt extends HTMLElement {
  timer = 0
  asked = 0

  connectedCallback(): void {
    this.ask()
  }

  disconnectedCallback(): void {
    clearTimeout(this.timer)
  }

  ask = async (): Promise<void> => {
    const index = await indexAt(this.dataset.src!).catch(() => undefined)
    if (index !== undefined) return this.show(index)
    const pause = PAUSES[this.asked++]
    if (pause === undefined) return this.swap('[data-late]')
    this.timer = window.setTimeout(this.ask, pause)
  }

  show(index: number): void {
    this.querySelector('[data-number]')!.textContent = figure(index + 1)
    this.swap('[data-ready]')
  }

  swap(shown: string): void {
    for (const waiting of this.querySelectorAll<HTMLElement>('[data-waiting]')) waiting.hidden = true
    this.querySelector<HTMLElement>(shown)!.hidden = false
  }
}

/** The entry's index in the receipt (C2SP tlog-proof); undefined while there is none. */
async function indexAt(address: string): Promise<number | undefined> {
  const response = await fetch(address)
  if (response.status !== 200) return undefined
  const index = /^index (\d+)$/m.exec(await response.text())?.[1]
  return index === undefined ? undefined : Number(index)
}

customElements.define('viche-receipt', Receipt)
