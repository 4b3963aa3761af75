import { setTimeout as sleep } from 'node:timers/promises'
import type { Site } from './site'

export interface Mail {
  readonly id: string
  readonly to: string
  readonly links: readonly string[]
}

interface Waiting {
  readonly resolve: (token: string) => void
  readonly reject: (error: Error) => void
  readonly until: number
}

const LOOK_MS = 150
const PATIENCE_MS = 180_000
const PAGE = 500

/** Hands out the tokens of mailed links; all who wait are served by one look into the mailbox. */
export class PostOffice {
  readonly #site: Site
  readonly #waiting = new Map<string, Waiting>()
  #last = 0
  #open = true

  /** Mails that were there before count for nothing. */
  static async open(site: Site): Promise<PostOffice> {
    const office = new PostOffice(site)
    const [newest] = (await mailsOf(site, { limit: 1 })).items
    office.#last = Number(newest?.id ?? 0)
    void office.#watch()
    return office
  }

  private constructor(site: Site) {
    this.#site = site
  }

  /**
   * The token of the link in the next mail to this address. Call before asking for the mail.
   * @throws Error when none comes
   */
  token(address: string): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(address, { resolve, reject, until: Date.now() + PATIENCE_MS })
    })
  }

  close(): void {
    this.#open = false
  }

  async #watch(): Promise<void> {
    while (this.#open) {
      if (this.#waiting.size > 0) await this.#look().catch((error: Error) => this.#giveUp(error))
      await sleep(LOOK_MS)
    }
  }

  async #look(): Promise<void> {
    const after = this.#last
    let cursor: string | undefined
    do {
      const page = await mailsOf(this.#site, { after, limit: PAGE, ...(cursor && { cursor }) })
      for (const mail of page.items) this.#hand(mail)
      cursor = page.nextCursor
    } while (cursor)
    const now = Date.now()
    for (const [address, { until, reject }] of this.#waiting) {
      if (until > now) continue
      this.#waiting.delete(address)
      reject(new Error('no mail came'))
    }
  }

  #hand({ id, to, links }: Mail): void {
    this.#last = Math.max(this.#last, Number(id))
    const token = links.map((link) => new URL(link).searchParams.get('token')).find((found) => found)
    const waiting = this.#waiting.get(to)
    if (!token || !waiting) return
    this.#waiting.delete(to)
    waiting.resolve(token)
  }

  #giveUp(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

/** One page of the mailbox, newest first. */
export async function mailsOf(site: Site, query: { limit: number; after?: number; cursor?: string }) {
  const parameters = Object.entries(query).map(([name, value]) => [name, String(value)])
  const { status, body } = await site.ask(`/__local/mailbox?${new URLSearchParams(parameters)}`)
  if (status !== 200) throw new Error(`the mailbox answers ${status}`)
  return body as { items: readonly Mail[]; nextCursor?: string }
}
