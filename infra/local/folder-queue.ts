import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Queue } from '../../functions/ports/queue'
import type { QueueShape } from '../topology'

/** A message as it was received; `receives` counts this one. */
export interface Received<Message> {
  readonly id: string
  readonly receives: number
  readonly sentAt: number
  readonly message: Message
}

interface Waiting {
  receives: number
  readonly sentAt: number
  /** Epoch milliseconds from which it may be received. */
  visibleAt: number
}

const FIRST_RETRY_MS = 500
const RETRY_FACTOR = 3

/**
 * A queue of files, one a message, named `<sent at>-<id>.<receives>`. Written aside and renamed: durable on return
 * against the end of the process (no fsync, so not against the machine's). The count of receives is in the name
 * and grows before the message is handed out, so that one which kills its reader is set aside in the end.
 * A failed message returns after half a second, then 1.5 s, 4.5 s … at most the visibility of the topology:
 * a mail server that comes back is met within seconds.
 */
export class FolderQueue<Message> implements Queue<Message> {
  readonly #folder: string
  readonly #deadLetters: string
  readonly #shape: QueueShape
  readonly #waiting = new Map<string, Waiting>()
  readonly #listeners = new Set<() => void>()

  private constructor(folder: string, deadLetters: string, shape: QueueShape) {
    this.#folder = folder
    this.#deadLetters = deadLetters
    this.#shape = shape
  }

  /** Opens the folder with what an earlier run left in it. */
  static async open<Message>(folder: string, deadLetters: string, shape: QueueShape) {
    const queue = new FolderQueue<Message>(folder, deadLetters, shape)
    await rm(join(folder, 'new'), { recursive: true, force: true })
    await Promise.all([
      mkdir(join(folder, 'new'), { recursive: true }),
      mkdir(deadLetters, { recursive: true }),
    ])
    for (const name of (await readdir(folder)).sort()) queue.#index(name)
    return queue
  }

  async send(messages: readonly Message[]): Promise<void> {
    await Promise.all(messages.map((message) => this.#add(message)))
    for (const listener of this.#listeners) listener()
  }

  /** Messages not yet handled: waiting, in flight and due for a retry. */
  get size(): number {
    return this.#waiting.size
  }

  /** Calls back after each send; returns how to stop that. */
  onSend(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Up to `limit` messages that are visible at `now`; they stay hidden for the queue's visibility. */
  async receive(limit: number, now: number): Promise<Received<Message>[]> {
    const ids: string[] = []
    for (const [id, waiting] of this.#waiting) {
      if (waiting.visibleAt > now) continue
      waiting.visibleAt = now + this.#shape.visibilitySeconds * 1000
      if (ids.push(id) === limit) break
    }
    const received = await Promise.allSettled(ids.map((id) => this.#take(id)))
    // One whose file has trouble comes again after its visibility; the others are not held up.
    return received.flatMap((taken) => (taken.status === 'fulfilled' && taken.value ? [taken.value] : []))
  }

  /** The message was handled and is gone. */
  async done(id: string): Promise<void> {
    const waiting = this.#waiting.get(id)
    if (!waiting) return
    await rm(this.#path(id, waiting.receives), { force: true })
    this.#waiting.delete(id)
  }

  /** Not handled: it comes again later or, after its last receive, lies with the dead letters. */
  async failed(id: string, now: number): Promise<void> {
    const waiting = this.#waiting.get(id)
    if (!waiting) return
    if (waiting.receives >= this.#shape.maxReceives) await this.#setAside(id, waiting)
    else waiting.visibleAt = now + this.#delay(waiting.receives)
  }

  async #add(message: Message): Promise<void> {
    const waiting = { receives: 0, sentAt: Date.now(), visibleAt: 0 }
    const id = `${waiting.sentAt}-${randomUUID()}`
    const draft = join(this.#folder, 'new', id)
    await writeFile(draft, JSON.stringify(message))
    await rename(draft, this.#path(id, 0))
    this.#waiting.set(id, waiting)
  }

  /** Undefined where it cannot be read, or was received for the last time by a process that ended on it. */
  async #take(id: string): Promise<Received<Message> | undefined> {
    const waiting = this.#waiting.get(id)
    if (!waiting) return undefined
    if (waiting.receives >= this.#shape.maxReceives) {
      await this.#setAside(id, waiting)
      return undefined
    }
    await rename(this.#path(id, waiting.receives), this.#path(id, waiting.receives + 1))
    waiting.receives++
    const message = parse<Message>(await readFile(this.#path(id, waiting.receives), 'utf8'))
    if (message !== undefined) return { id, receives: waiting.receives, sentAt: waiting.sentAt, message }
    await this.#setAside(id, waiting)
    return undefined
  }

  async #setAside(id: string, waiting: Waiting): Promise<void> {
    await rename(this.#path(id, waiting.receives), join(this.#deadLetters, `${id}.json`))
    this.#waiting.delete(id)
  }

  #delay(receives: number): number {
    return Math.min(FIRST_RETRY_MS * RETRY_FACTOR ** (receives - 1), this.#shape.visibilitySeconds * 1000)
  }

  #index(name: string): void {
    const [id, receives] = name.split('.')
    if (!id || receives === undefined) return
    this.#waiting.set(id, { receives: Number(receives), sentAt: Number.parseInt(id, 10), visibleAt: 0 })
  }

  #path(id: string, receives: number): string {
    return join(this.#folder, `${id}.${receives}`)
  }
}

/** Undefined where the file was damaged. */
function parse<Message>(text: string): Message | undefined {
  try {
    return JSON.parse(text) as Message
  } catch {
    return undefined
  }
}
