import { setTimeout as sleep } from 'node:timers/promises'
import { type Mail, mailsOf } from '../replay/post-office'
import type { Site } from '../replay/site'

/** A mail that asks to confirm a signature. */
export interface LinkMail {
  readonly link: string
  readonly token: string
}

interface Box {
  readonly mails: LinkMail[]
  /** How many have been waited for. */
  taken: number
  readonly waiting: ((mail: LinkMail | undefined) => void)[]
}

const LOOK_MS = 200
const PAGE = 500
const PATIENCE_MS = 60_000

/** Everybody's mailboxes: each mail is kept, and whoever waits for one is handed the next. */
export class Mailroom {
  readonly #site: Site
  readonly #boxes = new Map<string, Box>()
  readonly #watch: Promise<void>
  #last = 0
  #open = true

  constructor(site: Site) {
    this.#site = site
    this.#watch = this.#run()
  }

  /** The next mail to this address; undefined when none comes within a minute. */
  next(address: string): Promise<LinkMail | undefined> {
    const box = this.#box(address)
    const there = box.mails[box.taken]
    box.taken++
    if (there) return Promise.resolve(there)
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(undefined), PATIENCE_MS)
      box.waiting.push((mail) => {
        clearTimeout(late)
        resolve(mail)
      })
    })
  }

  /** Mails to an address so far, oldest first. */
  mails(address: string): readonly LinkMail[] {
    return this.#boxes.get(address.toLowerCase())?.mails ?? []
  }

  addresses(): readonly string[] {
    return [...this.#boxes.keys()].filter((address) => this.mails(address).length > 0)
  }

  /** Looks a last time. */
  async close(): Promise<void> {
    this.#open = false
    await this.#watch
    await this.#look()
  }

  async #run(): Promise<void> {
    while (this.#open) {
      await this.#look().catch(() => {})
      await sleep(LOOK_MS)
    }
  }

  async #look(): Promise<void> {
    const after = this.#last
    const found: Mail[] = []
    let cursor: string | undefined
    do {
      const page = await mailsOf(this.#site, { after, limit: PAGE, ...(cursor && { cursor }) })
      found.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    for (const mail of found.reverse()) this.#take(mail)
  }

  #take({ id, to, links }: Mail): void {
    this.#last = Math.max(this.#last, Number(id))
    const link = links.find((one) => new URL(one).pathname.endsWith('/confirm'))
    const token = link && new URL(link).searchParams.get('token')
    if (!link || !token) return
    const mail = { link, token }
    const box = this.#box(to)
    box.mails.push(mail)
    box.waiting.shift()?.(mail)
  }

  /** Mail systems forgive capitals. */
  #box(spelt: string): Box {
    const address = spelt.toLowerCase()
    const box = this.#boxes.get(address) ?? { mails: [], taken: 0, waiting: [] }
    this.#boxes.set(address, box)
    return box
  }
}
