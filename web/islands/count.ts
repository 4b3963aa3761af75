import { counted, figure } from './words'

/** Never asks more often than this, in milliseconds. */
const EVERY = 30_000
const SLOWEST = 10 * 60_000

/** Keeps a petition's count and its days left fresh while somebody looks at the page. */
class Count extends HTMLElement {
  wait = EVERY
  timer = 0
  asked = 0

  connectedCallback(): void {
    this.showDaysLeft()
    document.addEventListener('visibilitychange', this.plan)
    this.plan()
  }

  disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.plan)
    clearTimeout(this.timer)
  }

  plan = (): void => {
    clearTimeout(this.timer)
    if (document.hidden) return
    const rest = this.asked ? this.asked + this.wait - Date.now() : 0
    this.timer = window.setTimeout(this.ask, Math.max(0, rest))
  }

  ask = async (): Promise<void> => {
    this.asked = Date.now()
    try {
      const response = await fetch(this.dataset.src!)
      if (!response.ok) throw response
      this.show(await response.json())
      this.wait = EVERY
    } catch {
      this.wait = Math.min(2 * this.wait, SLOWEST)
    }
    this.showDaysLeft()
    this.plan()
  }

  show({ count, threshold }: { count: number; threshold: number }): void {
    const { forms, rest, enough } = this.dataset
    const left = threshold - count
    const bar = this.querySelector('progress')!
    bar.max = threshold
    bar.value = Math.min(count, threshold)
    this.put('[data-count]', counted(count, forms))
    this.put('[data-rest]', left > 0 ? rest!.replace('{n}', figure(left)) : enough!)
  }

  /** A page may have been rendered days ago. Days are Kyiv's, wherever the reader is. */
  showDaysLeft(): void {
    const { closes, days, lastDay, ended } = this.dataset
    const today = new Date().toLocaleDateString('sv', { timeZone: 'Europe/Kyiv' })
    if (today <= this.dataset.today!) return
    const left = (Date.parse(closes!) - Date.parse(today)) / 86_400_000
    this.put('[data-days-left]', left > 0 ? counted(left, days) : left === 0 ? lastDay! : ended!)
  }

  put(selector: string, text: string): void {
    const element = this.querySelector(selector)
    if (element && element.textContent !== text) element.textContent = text
  }
}

customElements.define('viche-count', Count)
