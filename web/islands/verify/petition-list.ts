import type { SearchEntry } from '../../search-index'
import { filter } from '../filter'
import { counted } from '../words'

/** Found petitions shown at once. */
const MOST = 20

/** Finds petitions by words and offers them for choosing. */
export class PetitionList {
  private index: Promise<SearchEntry[]> | undefined

  constructor(
    private readonly element: HTMLElement,
    private readonly choose: (petitionId: string) => void,
  ) {}

  async find(query: string): Promise<void> {
    const address = idIn(query)
    if (address) {
      this.show('', [])
      return this.choose(address)
    }
    const { none, failed } = this.element.dataset
    try {
      const found = query ? filter(await this.load(), query) : []
      this.show(found.length > 0 ? this.tally(found.length) : query ? none! : '', found.slice(0, MOST))
    } catch {
      this.show(failed!, [])
    }
  }

  private tally(found: number): string {
    const words = counted(found, this.status.dataset.found)
    return found > MOST ? `${words}. ${this.element.dataset.further}` : words
  }

  /** Fetched once, when first needed; a failed fetch is tried again next time. */
  private load(): Promise<SearchEntry[]> {
    this.index ??= fetch(this.element.dataset.index!).then((response) =>
      response.ok ? response.json() : Promise.reject(response),
    )
    this.index.catch(() => {
      this.index = undefined
    })
    return this.index
  }

  private get status(): HTMLElement {
    return this.element.querySelector<HTMLElement>('[data-found]')!
  }

  private show(status: string, found: readonly SearchEntry[]): void {
    this.status.textContent = status
    const list = this.element.querySelector('[data-petitions]')!
    list.replaceChildren(...found.map((entry) => this.item(entry)))
  }

  private item(entry: SearchEntry): Node {
    const template = this.element.querySelector<HTMLTemplateElement>('template[data-petition]')!
    const item = template.content.cloneNode(true) as DocumentFragment
    const id = idIn(entry.href)!
    const [title, meta] = item.querySelectorAll('p')
    const button = item.querySelector('button')!
    title!.textContent = entry.title
    title!.id = `choice-${id}`
    meta!.textContent = `${entry.meta} · ${entry.tally}`
    button.setAttribute('aria-describedby', title!.id)
    button.addEventListener('click', () => this.choose(id))
    return item
  }
}

/** A petition's id: alone, or in the address of one of its pages. */
export function idIn(text: string): string | undefined {
  return /(?:^|\/petitions\/|[?&]petition=)([0-9a-hjkmnp-tv-z]{10})(?=$|[/?#&])/.exec(text.trim())?.[1]
}
