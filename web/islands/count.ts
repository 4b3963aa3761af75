import { counted, figure } from './words'

/** Never asks more often than this, in milliseconds. */
const EVERY = 30_000
/** While nothing changes, and while the site does not answer. */
const QUIET = 5 * 60_000
const SLOWEST = 10 * 60_000
/** Of the wait, added by chance: pages opened at once do not ask at once. */
const JITTER = 0.25

/** Keeps a petition's count and its days left fresh while somebody looks at the page. */
class Count extends HTMLElement {
  wait = EVERY
  timer = 0
  /** When the count was known last; 0 where the page may be old. */
  asked = isFresh() ? Date.now() : 0
  last = ''

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
    const wait = this.wait * (1 + Math.random() * JITTER)
    const rest = this.asked ? this.asked + wait - Date.now() : 0
    this.timer = window.setTimeout(this.ask, Math.max(0, rest))
  }

  ask = async (): Promise<void> => {
    this.asked = Date.now()
    try {
      const response = await fetch(this.dataset.src!)
      if (!response.ok) throw response
      const answer = await response.json()
      this.show(answer)
      const same = this.last === `${answer.count} ${answer.threshold}`
      this.last = `${answer.count} ${answer.threshold}`
      this.wait = same ? Math.min(1.5 * this.wait, QUIET) : EVERY
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

/** Whether the page came over the network just now, and not from a cache or a tab brought back. */
function isFresh(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as (PerformanceNavigationTiming | undefined)[]
  return !entry || (entry.type !== 'back_forward' && entry.transferSize > 0)
}

customElements.define('viche-count', Count)
