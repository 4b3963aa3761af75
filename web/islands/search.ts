import type { SearchEntry } from '../search-index'
import { filter } from './filter'
import { counted } from './words'

/** Filters the list by words; the address bar holds them. */
class Search extends HTMLElement {
  index: Promise<SearchEntry[]> | undefined
  input = this.querySelector('input')!
  results = this.querySelector('ul')!
  timer = 0

  connectedCallback(): void {
    this.hidden = false
    this.input.value = new URLSearchParams(location.search).get('q') ?? ''
    this.querySelector('form')!.addEventListener('submit', (event) => {
      event.preventDefault()
      this.find()
    })
    this.input.addEventListener('input', () => {
      clearTimeout(this.timer)
      this.timer = window.setTimeout(() => this.find(), 250)
    })
    if (this.input.value) this.find()
  }

  async find(): Promise<void> {
    clearTimeout(this.timer)
    const query = this.input.value.trim()
    history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname)
    document.getElementById(this.dataset.list!)!.hidden = query !== ''
    if (!query) return this.show('', [])
    try {
      const found = filter(await this.load(), query, this.dataset)
      if (query !== this.input.value.trim()) return
      this.show(found.length > 0 ? counted(found.length, this.dataset.found) : this.dataset.none!, found)
    } catch {
      document.getElementById(this.dataset.list!)!.hidden = false
      this.show(this.dataset.failed!, [])
    }
  }

  /** Fetched once, when first needed; a failed fetch is tried again next time. */
  load(): Promise<SearchEntry[]> {
    this.index ??= fetch(this.dataset.index!).then((response) =>
      response.ok ? response.json() : Promise.reject(response),
    )
    this.index.catch(() => {
      this.index = undefined
    })
    return this.index
  }

  show(status: string, found: readonly SearchEntry[]): void {
    this.querySelector('[role=status]')!.textContent = status
    this.results.replaceChildren(...found.slice(0, MOST).map((entry) => this.card(entry)))
  }

  card(entry: SearchEntry): Node {
    const card = this.querySelector('template')!.content.cloneNode(true) as DocumentFragment
    const part = <E extends Element>(selector: string) => card.querySelector<E>(selector)!
    part('.badge').classList.add(entry.status)
    part('.badge').textContent = entry.badge
    part<HTMLAnchorElement>('a').href = entry.href
    part('a').textContent = entry.title
    part('[data-part=meta]').textContent = entry.meta
    part('strong').textContent = entry.tally
    part('strong + span').textContent = entry.rest
    const bar = part<HTMLProgressElement>('progress')
    bar.max = entry.threshold
    bar.value = Math.min(entry.count, entry.threshold)
    bar.ariaLabel = `${entry.tally} ${entry.rest}`
    return card
  }
}

/** Cards on the page at once. */
const MOST = 100

customElements.define('viche-search', Search)
