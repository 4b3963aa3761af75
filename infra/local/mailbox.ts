import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, truncate } from 'node:fs/promises'

/** A mail as one receiver has it. */
export interface MailboxItem {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  /** Every http(s) address of the text, in order. */
  readonly links: readonly string[]
  readonly receivedAt: string
  /** Text files that came with it. */
  readonly attachments?: readonly MailboxFile[]
  /** Where one click ends such mails (RFC 8058): mail programs send a POST there. */
  readonly oneClick?: string
}

export interface MailboxFile {
  readonly name: string
  readonly text: string
}

export interface IncomingMail
  extends Pick<MailboxItem, 'subject' | 'text' | 'html' | 'attachments' | 'oneClick'> {
  readonly to: readonly string[]
  readonly messageId: string
}

export interface MailboxQuery {
  /** Only mails to this address; case is forgiven. */
  readonly to?: string | undefined
  /** Only mails received after the one with this id. */
  readonly after?: number | undefined
  /** Only mails received before the one with this id: where the previous page ended. */
  readonly before?: number | undefined
  readonly limit: number
}

export interface MailboxPage {
  /** Newest first. */
  readonly items: readonly MailboxItem[]
  readonly nextCursor?: string
}

interface Entry {
  readonly to: string
  readonly offset: number
  readonly length: number
}

interface Line extends MailboxItem {
  readonly messageId: string
}

const LINK = /https?:\/\/[^\s<>"]+/g

/**
 * Mails kept in an append-only file, a JSON line each; memory holds only where they lie. A mail that comes again
 * with the same Message-ID for the same receiver is kept once, as mail systems do.
 */
export class Mailbox {
  readonly #file: FileHandle
  readonly #entries: Entry[] = []
  readonly #known = new Set<string>()
  #end = 0
  #pending: { line: Buffer; resolve: () => void; reject: (error: Error) => void }[] = []
  #writing: Promise<void> | undefined

  private constructor(file: FileHandle) {
    this.#file = file
  }

  /** Opens the file with the mails of earlier runs; a line that a kill cut short was never acknowledged and goes. */
  static async open(path: string): Promise<Mailbox> {
    const mailbox = new Mailbox(await open(path, 'a+', 0o600))
    let rest: Buffer = Buffer.alloc(0)
    for await (const chunk of createReadStream(path)) {
      rest = mailbox.#load(Buffer.concat([rest, chunk as Buffer]))
    }
    if (rest.length > 0) await truncate(path, mailbox.#end)
    return mailbox
  }

  /** Keeps a mail for each receiver; durable on return against the end of the process. */
  async add(mail: IncomingMail): Promise<void> {
    const { messageId, subject, text, html, attachments = [], oneClick } = mail
    const more = { ...(attachments.length > 0 && { attachments }), ...(oneClick && { oneClick }) }
    const links = linksOf(text)
    await Promise.all(
      mail.to.map((to) => {
        if (!this.#isNew(messageId, to)) return this.#writing
        const id = String(this.#entries.length + 1)
        const receivedAt = new Date().toISOString()
        return this.#append({ id, to, subject, text, html, links, receivedAt, messageId, ...more })
      }),
    )
  }

  async list({ to, after = 0, before, limit }: MailboxQuery): Promise<MailboxPage> {
    const address = to?.toLowerCase()
    const ids: number[] = []
    for (
      let id = Math.min(before ?? Number.POSITIVE_INFINITY, this.#entries.length + 1) - 1;
      id > after;
      id--
    ) {
      if (address && this.#entries[id - 1]?.to.toLowerCase() !== address) continue
      if (ids.push(id) > limit) break
    }
    const items = (await Promise.all(ids.slice(0, limit).map((id) => this.get(id)))).filter(
      (item) => item !== undefined,
    )
    return ids.length > limit ? { items, nextCursor: String(ids[limit - 1]) } : { items }
  }

  async get(id: number): Promise<MailboxItem | undefined> {
    const entry = this.#entries[id - 1]
    if (!entry) return undefined
    await this.#writing
    const buffer = Buffer.alloc(entry.length)
    await this.#file.read(buffer, 0, entry.length, entry.offset)
    const { messageId: _, ...item } = JSON.parse(buffer.toString('utf8')) as Line
    return item
  }

  async close(): Promise<void> {
    while (this.#writing) await this.#writing
    await this.#file.close()
  }

  #load(data: Buffer): Buffer {
    let from = 0
    for (let end = data.indexOf('\n'); end !== -1; end = data.indexOf('\n', from)) {
      const { messageId, to } = JSON.parse(data.toString('utf8', from, end)) as Line
      this.#isNew(messageId, to)
      this.#index(to, end - from)
      from = end + 1
    }
    return data.subarray(from)
  }

  #index(to: string, length: number): void {
    this.#entries.push({ to, offset: this.#end, length })
    this.#end += length + 1
  }

  #isNew(messageId: string, to: string): boolean {
    const key = createHash('sha256').update(`${messageId}\n${to.toLowerCase()}`).digest('base64').slice(0, 22)
    if (this.#known.has(key)) return false
    this.#known.add(key)
    return true
  }

  #append(line: Line): Promise<void> {
    const data = Buffer.from(`${JSON.stringify(line)}\n`)
    this.#index(line.to, data.length - 1)
    return new Promise((resolve, reject) => {
      this.#pending.push({ line: data, resolve, reject })
      this.#writing ??= this.#write()
    })
  }

  /** Lines that come while one write is under way go out together in the next. */
  async #write(): Promise<void> {
    while (this.#pending.length > 0) {
      const batch = this.#pending
      this.#pending = []
      try {
        await this.#file.appendFile(Buffer.concat(batch.map(({ line }) => line)))
        for (const { resolve } of batch) resolve()
      } catch (error) {
        for (const { reject } of batch) reject(error as Error)
      }
    }
    this.#writing = undefined
  }
}

/** Addresses in running text end before the punctuation of the sentence; each stands once, however often it is named. */
function linksOf(text: string): string[] {
  const found = [...text.matchAll(LINK)].map(([link]) => link.replace(/[.,;:!?)»”'\]]+$/, ''))
  return [...new Set(found)]
}
