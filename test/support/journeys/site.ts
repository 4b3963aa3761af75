import type { MailboxItem } from '../../../infra/local/mailbox'
import type { Instant } from '../../../shared/calendar/day'
import type { CountView, PetitionView } from '../../../shared/petition/view'
import { Answer } from './answer'
import { type Form, formWith } from './form'

type Headers = Record<string, string>

const POLL_MS = 50
const PATIENCE_MS = 20_000

/** A running stack as everybody meets it: over HTTP alone. */
export class Site {
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  /** `path` may be a whole address, as mails carry it. */
  async get(path: string, headers: Headers = {}): Promise<Answer> {
    return Answer.of(await fetch(this.#address(path), { headers, redirect: 'manual' }))
  }

  async post(path: string, body: unknown, headers: Headers = {}): Promise<Answer> {
    return this.send('POST', path, JSON.stringify(body), { 'content-type': 'application/json', ...headers })
  }

  async send(method: string, path: string, body: string, headers: Headers): Promise<Answer> {
    return Answer.of(await fetch(this.#address(path), { method, body, headers, redirect: 'manual' }))
  }

  /** Presses the button of a page that `get` has brought, as a browser without scripts does. */
  async press(page: Answer, button: string, fields: Headers = {}, headers: Headers = {}): Promise<Answer> {
    const form: Form = formWith(page.text, button)
    const values = new URLSearchParams({ ...form.fields, ...fields })
    if (form.method === 'get') return this.get(`${form.action}?${values}`, headers)
    const type = { 'content-type': 'application/x-www-form-urlencoded', origin: this.url }
    return this.send('POST', form.action, values.toString(), { ...type, ...headers })
  }

  /** The petition as the public API tells it. */
  async petition(id: string): Promise<PetitionView> {
    return (await this.get(`/api/v1/petitions/${id}`)).accepted<PetitionView>()
  }

  async count(id: string): Promise<number> {
    return (await this.get(`/api/v1/petitions/${id}/count`)).accepted<CountView>().count
  }

  /** Mails to an address, oldest first; with `about` those whose subject holds these words. */
  async mails(to: string, about = ''): Promise<MailboxItem[]> {
    const path = `/__local/mailbox?to=${encodeURIComponent(to)}`
    const { items } = (await this.get(path, { accept: 'application/json' })).accepted<{
      items: MailboxItem[]
    }>()
    return items.filter(({ subject }) => subject.includes(about)).reverse()
  }

  /** The newest mail to an address about something, waited for. */
  async mail(to: string, about: string): Promise<MailboxItem> {
    return this.until(`mail to ${to}: ${about}`, async () => (await this.mails(to, about)).at(-1))
  }

  /** The mail about something that an act brings; earlier ones do not count. */
  async mailAfter(to: string, about: string, act: () => Promise<void>): Promise<MailboxItem> {
    const before = (await this.mails(to, about)).length
    await act()
    return this.until(`mail to ${to}: ${about}`, async () => (await this.mails(to, about)).at(before))
  }

  /** What has to come, looked for again and again. @throws Error that names it when it does not */
  async until<T>(
    what: string,
    look: () => Promise<T | undefined | false>,
    patienceMs = PATIENCE_MS,
  ): Promise<T> {
    const end = Date.now() + patienceMs
    while (Date.now() < end) {
      const found = await look()
      if (found !== undefined && found !== false) return found
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
    throw new Error(`did not come: ${what}`)
  }

  async now(): Promise<Instant> {
    return (await this.get('/__local/clock')).accepted<{ now: Instant }>().now
  }

  /** Makes it `instant` and lets everything happen that is due by then. */
  async moveTo(instant: Instant): Promise<void> {
    const body = JSON.stringify({ now: instant })
    const moved = await this.send('PUT', '/__local/clock', body, { 'content-type': 'application/json' })
    moved.accepted()
  }

  /** Whether the mail server is in trouble. */
  async mailOutage(on: boolean): Promise<void> {
    const body = JSON.stringify({ on })
    const type = { 'content-type': 'application/json' }
    ;(await this.send('PUT', '/__local/mailbox/outage', body, type)).accepted()
  }

  #address(path: string): string {
    return path.startsWith('http') ? path : `${this.url}${path}`
  }
}
