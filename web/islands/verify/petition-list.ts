import type { PetitionSummary } from '../../../shared/petition/view'
import { counted, figure, inLanguage } from '../words'

/** What the site's search answers, the first page of it. */
interface Found {
  readonly items: readonly PetitionSummary[]
  readonly total: number
}

/** Finds petitions by words and offers them for choosing. */
export class PetitionList {
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
      const { items, total } = query ? await this.load(query) : { items: [], total: 0 }
      this.show(total > 0 ? this.tally(total, items.length) : query ? none! : '', items)
    } catch {
      this.show(failed!, [])
    }
  }

  private tally(found: number, shown: number): string {
    const words = counted(found, this.status.dataset.found)
    return found > shown ? `${words}. ${this.element.dataset.further}` : words
  }

  private async load(query: string): Promise<Found> {
    const response = await fetch(`${this.element.dataset.index}?q=${encodeURIComponent(query)}`)
    return response.ok ? response.json() : Promise.reject(response)
  }

  private get status(): HTMLElement {
    return this.element.querySelector<HTMLElement>('[data-found]')!
  }

  private show(status: string, found: readonly PetitionSummary[]): void {
    this.status.textContent = status
    const list = this.element.querySelector('[data-petitions]')!
    list.replaceChildren(...found.map((entry) => this.item(entry)))
  }

  private item(petition: PetitionSummary): Node {
    const template = this.element.querySelector<HTMLTemplateElement>('template[data-petition]')!
    const item = template.content.cloneNode(true) as DocumentFragment
    const { id, number, count, community, author } = petition
    const [title, meta] = item.querySelectorAll('p')
    const button = item.querySelector('button')!
    title!.textContent = petition.title
    title!.id = `choice-${id}`
    meta!.textContent = [
      inLanguage(community.name),
      `№ ${figure(number)}`,
      [author.surname, author.givenName, author.patronymic].filter(Boolean).join(' '),
      counted(count, this.element.dataset.signatures),
    ].join(' · ')
    button.setAttribute('aria-describedby', title!.id)
    button.addEventListener('click', () => this.choose(id))
    return item
  }
}

/** A petition's id: alone, or in the address of one of its pages. */
export function idIn(text: string): string | undefined {
  return /(?:^|\/petitions\/|[?&]petition=)([0-9a-hjkmnp-tv-z]{10})(?=$|[/?#&])/.exec(text.trim())?.[1]
}
