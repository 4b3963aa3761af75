import { figure } from '../words'
import type { Outcome, Sentence } from './messages'

/** The part of the page that shows how far the check has come and what it has found. */
export class RunView {
  constructor(
    private readonly words: DOMStringMap,
    private readonly element: HTMLElement,
  ) {}

  part<E extends HTMLElement>(name: string): E {
    return this.element.querySelector<E>(`[data-${name}]`)!
  }

  /** Empties it and brings it before the reader. */
  begin(): void {
    this.element.hidden = false
    this.element.className = 'run'
    for (const name of ['bar', 'go', 'about', 'findings', 'kept', 'again']) this.part(name).hidden = true
    this.part('verdict').textContent = this.words.starting!
    this.part('say').textContent = ''
    this.part('stop').hidden = false
    this.focus()
  }

  say(words: string): void {
    this.part('say').textContent = words
  }

  about(title: string, address: string): void {
    const link = this.part('about').querySelector('a')!
    link.textContent = title
    link.href = address
    this.part('about').hidden = false
  }

  progress(done: number, total: number): void {
    const bar = this.part('bar').querySelector('progress')!
    bar.max = Math.max(total, 1)
    bar.value = done
    const words = this.words.progress!.replace('{done}', figure(done)).replace('{total}', figure(total))
    bar.ariaLabel = words
    this.part('done').textContent = words
    this.part('bar').hidden = false
  }

  /** Asks before a large download. */
  ask(entries: number, megabytes: number): void {
    this.rest(this.words.ask!)
    this.say(this.words.large!.replace('{n}', figure(entries)).replace('{size}', figure(megabytes)))
    this.part('go').hidden = false
    this.part('go').focus()
  }

  /** Ends without a result. */
  end(verdict: string, words: string): void {
    this.rest(verdict)
    this.say(words)
    this.part('again').hidden = false
  }

  outcome({ verdict, headline, sentences }: Outcome): void {
    this.end(headline, '')
    this.element.classList.add(verdict)
    this.part('findings').replaceChildren(...sentences.map((one) => this.finding(one)))
    this.part('findings').hidden = false
  }

  focus(): void {
    this.element.focus()
  }

  private rest(verdict: string): void {
    this.part('stop').hidden = true
    this.part('bar').hidden = true
    this.part('verdict').textContent = verdict
    this.focus()
    // What was found is long: it begins at the top of the screen, with the verdict.
    this.element.scrollIntoView()
  }

  private finding({ status, text }: Sentence): Node {
    const template = this.element.querySelector<HTMLTemplateElement>('template[data-finding]')!
    const item = template.content.cloneNode(true) as DocumentFragment
    item.querySelector('li')!.className = status
    item.querySelector('strong')!.textContent = `${SIGNS[status]} ${this.mark(status)}:`
    item.querySelector('span')!.textContent = text
    return item
  }

  private mark(status: Sentence['status']): string {
    const { markOk, markFailed, markNoted, markSkipped } = this.words
    return { ok: markOk, failed: markFailed, noted: markNoted, skipped: markSkipped }[status]!
  }
}

const SIGNS = { ok: '✓', failed: '✗', noted: '•', skipped: '–' } as const
