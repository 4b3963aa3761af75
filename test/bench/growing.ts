import { setTimeout as sleep } from 'node:timers/promises'
import { type DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb'
import { fromItem, keys, toItem } from '../../functions/adapters/dynamodb/table'
import { TABLE } from '../../infra/local/settings'
import { checkpointKey } from '../../shared/log/addresses'
import type { LogState } from '../../shared/log/state'
import { parseCheckpoint } from '../../shared/tlog/checkpoint'
import { parseNote } from '../../shared/tlog/note'
import type { Site } from '../replay/site'

const LOOK_MS = 25

/** When a size was first seen. */
export class Sizes {
  readonly #steps: { readonly size: number; readonly at: number }[] = []

  get size(): number {
    return this.#steps.at(-1)?.size ?? 0
  }

  see(size: number): void {
    if (size > this.size) this.#steps.push({ size, at: Date.now() })
  }

  /** Epoch milliseconds at which entry `index` was first among them; infinite while it is not. */
  whenCovers(index: number): number {
    return this.#steps.find(({ size }) => size > index)?.at ?? Number.POSITIVE_INFINITY
  }
}

/** Watches a log grow: what has its place (the table's state row), and what readers find signed. */
export class Growing {
  readonly placed = new Sizes()
  readonly published = new Sizes()
  readonly #loop: Promise<unknown>
  #stopped = false

  constructor(db: DynamoDBClient, site: Site, petitionId: string) {
    const placed = async () => {
      const Key = toItem(keys.log(petitionId))
      const { Item } = await db.send(new GetItemCommand({ TableName: TABLE, Key, ConsistentRead: true }))
      if (Item) this.placed.see(fromItem<LogState>(Item).size)
    }
    const published = async () => {
      const { status, body } = await site.ask(`/${checkpointKey(petitionId)}`)
      if (status === 200) this.published.see(parseCheckpoint(parseNote(String(body)).text).size)
    }
    this.#loop = Promise.all([this.#look(placed), this.#look(published)])
    // A failed look is told where the watching ends.
    this.#loop.catch(() => {})
  }

  /** @throws what a look failed with */
  async stop(): Promise<void> {
    this.#stopped = true
    await this.#loop
  }

  async #look(once: () => Promise<void>): Promise<void> {
    while (!this.#stopped) {
      await once()
      await sleep(LOOK_MS)
    }
  }
}
