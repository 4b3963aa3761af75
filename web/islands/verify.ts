import { allKept, forget, keep } from './verify/kept'
import type { Job, News, Outcome } from './verify/messages'
import { idIn, PetitionList } from './verify/petition-list'
import { ReceiptBox } from './verify/receipt-box'
import { RunView } from './verify/run-view'

type Task = Pick<Job, 'petitionId' | 'receipt'>

/** Verifies a petition's log or a receipt, in a worker of its own; the address bar holds the petition. */
class Verify extends HTMLElement {
  view = new RunView(this.dataset, this.querySelector<HTMLElement>('[data-run]')!)
  worker: Worker | undefined
  task: Task = {}

  connectedCallback(): void {
    this.hidden = false
    const list = new PetitionList(this, (id) => this.choose(id))
    const find = this.querySelector('[data-find]')!
    find.addEventListener('submit', (event) => {
      event.preventDefault()
      list.find(find.querySelector('input')!.value.trim())
    })
    new ReceiptBox(this, (receipt) => this.takeReceipt(receipt)).listen()
    this.view.part('stop').addEventListener('click', () => this.stop())
    this.view.part('go').addEventListener('click', () => this.verify(this.task, true))
    this.view.part('again').addEventListener('click', () => this.verify(this.task))
    this.view.part('forget').addEventListener('click', () => this.forget())
    const { chosen } = this
    if (chosen) this.choose(chosen)
  }

  disconnectedCallback(): void {
    this.worker?.terminate()
  }

  /** The petition in the address bar. */
  get chosen(): string | undefined {
    return idIn(new URLSearchParams(location.search).get('petition') ?? '')
  }

  choose(petitionId: string): void {
    const query = `?petition=${petitionId}`
    history.replaceState(null, '', query)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a.language')) link.search = query
    this.verify({ petitionId })
  }

  takeReceipt(receipt: string): void {
    const { chosen } = this
    this.verify({ receipt, ...(chosen && { petitionId: chosen }) })
  }

  /** @param large whether the reader has agreed to a large download */
  verify(task: Task, large = false): void {
    this.task = task
    this.worker?.terminate()
    this.view.begin()
    if (task.petitionId) this.showPetition(task.petitionId)
    const { key, verifier, timestamps, edwards } = this.dataset
    this.worker = new Worker(verifier!, { type: 'module' })
    this.worker.onmessage = ({ data }: MessageEvent<News>) => this.hear(data)
    this.worker.onerror = () => this.hear({ kind: 'failure', reason: 'broken' })
    const job: Job = {
      ...task,
      locale: document.documentElement.lang === 'en' ? 'en' : 'uk',
      siteKey: key!,
      kept: allKept(),
      large,
      timestamps: timestamps!,
      edwards: edwards!,
    }
    this.worker.postMessage(job)
  }

  hear(news: News): void {
    const words = this.dataset
    switch (news.kind) {
      case 'progress':
        this.view.progress(news.done, news.total)
        break
      case 'receipt-holds':
        this.view.say(words.offline!)
        break
      case 'large':
        this.view.ask(news.entries, news.megabytes)
        break
      case 'elsewhere':
        this.fail(words.elsewhere!.replace('{host}', news.host))
        break
      case 'failure':
        this.fail(words[news.reason]!)
        break
      case 'outcome':
        this.show(news.outcome)
    }
  }

  show(outcome: Outcome): void {
    const { petitionId, title, keep: kept } = outcome
    this.view.outcome(outcome)
    if (petitionId && title) this.view.about(title, this.pageOf(petitionId))
    if (!petitionId || !kept || !keep(petitionId, kept)) return
    this.task = { ...this.task, petitionId }
    this.view.part('kept').hidden = false
  }

  stop(): void {
    this.worker?.terminate()
    this.fail(this.dataset.stopped!)
  }

  /** Ends without a result. */
  fail(words: string): void {
    this.view.end(this.dataset.unsure!, words)
  }

  forget(): void {
    forget(this.task.petitionId!)
    this.view.part('kept').hidden = true
    this.view.say(this.dataset.forgotten!)
    this.view.focus()
  }

  /** The title while the log is being read; it is only for show, so nothing follows where it does not come. */
  async showPetition(id: string): Promise<void> {
    const response = await fetch(`/api/v1/petitions/${id}`).catch(() => undefined)
    if (!response?.ok) return
    const { title } = await response.json()
    if (id === this.task.petitionId) this.view.about(title, this.pageOf(id))
  }

  pageOf(id: string): string {
    return this.dataset.petition! + id
  }
}

customElements.define('viche-verify', Verify)
