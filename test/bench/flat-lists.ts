import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Hono } from 'hono'
import { publishPetition } from '../../functions/actions/publish-petition'
import type { PublishingDeps } from '../../functions/actions/publishing'
import type { ObjectStore } from '../../functions/ports/object-store'
import { FolderObjectStore } from '../../infra/local/folder-object-store'
import { ObjectFiles } from '../../infra/local/object-files'
import { site } from '../../infra/local/site'
import { topology } from '../../infra/topology'
import { addDays } from '../../shared/calendar/day'
import { UKRAINE } from '../../shared/calendar/ukraine'
import { daysKey, namesKey } from '../../shared/log/addresses'
import { NAMES_PER_FILE } from '../../shared/log/names'
import { EMPTY_LOG } from '../../shared/log/state'
import { fullName } from '../../shared/signing/person-name'
import { resident } from '../replay/crowd'
import { testCommunity } from '../support/communities'
import { memoryLogSigner } from '../support/platform'
import { publishedPetition } from '../support/published-petition'
import { type Figure, quantile, rounded } from './figures'

const FEW = 100
const MANY = 100_000
/** Two pages of signers, the last as full as that of the many. */
const SOME = NAMES_PER_FILE + (MANY % NAMES_PER_FILE)
const MOST = 1.2
const SALT = Buffer.alloc(32, 7).toString('base64')
const NOW = '2026-04-20T09:00:00.000Z'
const WARM_UP = 10
const DAYS = 50

/** How often each is measured. */
export interface Rounds {
  readonly reads: number
  readonly publications: number
}

/**
 * What the number of signatures makes of server time, taken in turns: a petition's page and a page of its signers with
 * 100 signatures and with 100,000; and publishing what one change calls for with 416 and with 100,000, whose last pages
 * are equally full, since the last page is written with each change.
 */
export async function measureFlatLists(rounds: Rounds): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'viche-lists-'))
  try {
    const few = await Signed.make(join(folder, 'few'), FEW)
    const some = await Signed.make(join(folder, 'some'), SOME)
    const many = await Signed.make(join(folder, 'many'), MANY)
    const page = await inTurns(rounds.reads, few, many, (one) => one.reads('/petitions/signed'))
    const signers = await inTurns(rounds.reads, few, many, (one) =>
      one.reads(`/petitions/signed/signers/${one.middle}`),
    )
    const publishing = await inTurns(rounds.publications, some, many, (one) => one.publishes())
    const [operations, operationsOfMany] = [await some.operations(), await many.operations()]
    return [
      ...ratio('lists.petitionPage', page),
      ...ratio('lists.signersPage', signers),
      ...ratio('lists.publishing', publishing),
      { key: 'lists.operations', value: operations, unit: '' },
      { key: 'lists.operations100k', value: operationsOfMany, unit: '', limit: { atMost: operations } },
    ]
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** A published petition with so many signatures, served from a folder as one machine does. */
class Signed {
  readonly middle: number
  readonly #app: Hono
  #operations = 0
  #count: number

  private constructor(
    private readonly store: FolderObjectStore,
    private readonly size: number,
  ) {
    this.middle = Math.max(1, Math.floor(size / NAMES_PER_FILE / 2))
    this.#count = size
    const none = new Hono()
    const handlers = { api: none, receipts: none, pages: none, staff: none, search: none, residents: none }
    this.#app = site({ topology, handlers, files: new ObjectFiles(store), local: new Hono() } as never)
  }

  static async make(folder: string, size: number): Promise<Signed> {
    const store = new FolderObjectStore(folder)
    for (let file = 0; file * NAMES_PER_FILE < size; file++) {
      await store.put(namesKey('signed', file), namesOf(file, size), { cacheSeconds: 15 })
    }
    const days = Array.from({ length: DAYS }, (_, n) => ({
      day: addDays('2026-03-02', n),
      signed: Math.floor(size / DAYS) + (n < size % DAYS ? 1 : 0),
      annulled: 0,
    }))
    await store.put(daysKey('signed'), JSON.stringify({ size, days }), { cacheSeconds: 60 })
    const signed = new Signed(store, size)
    await signed.publishes()
    return signed
  }

  async reads(path: string): Promise<void> {
    const response = await this.#app.request(path)
    if (response.status !== 200) throw new Error(`${path} answers ${response.status}`)
    await response.arrayBuffer()
  }

  /** Publishes what follows when the count has changed by one. */
  async publishes(): Promise<void> {
    this.#count = this.#count === this.size ? this.size - 1 : this.size
    await publishPetition(this.#deps(), 'signed')
  }

  /** Requests to the object store that one change calls for. */
  async operations(): Promise<number> {
    this.#operations = 0
    await this.publishes()
    return this.#operations
  }

  #deps(): PublishingDeps {
    const petition = { ...publishedPetition('signed', 2 * MANY), communityId: testCommunity.id }
    const log = {
      ...EMPTY_LOG,
      size: this.size,
      applied: this.size,
      signatures: this.size,
      count: this.#count,
    }
    const record = { petition, events: [], notices: [], log }
    const objects: ObjectStore = {
      get: (key) => this.#counted(this.store.get(key)),
      read: (key) => this.#counted(this.store.read(key)),
      put: (key, body, options) => this.#counted(this.store.put(key, body, options)),
      replace: (key, tag, body, options) => this.#counted(this.store.replace(key, tag, body, options)),
      delete: (key) => this.#counted(this.store.delete(key)),
    }
    return {
      clock: { now: () => NOW },
      objects,
      petitions: { loadRecord: async () => record, published: async () => ({ items: [petition] }) },
      communities: { community: async () => testCommunity, calendar: async () => UKRAINE } as never,
      counts: { counts: async () => new Map() },
      logSigner: signer,
      publicUrl: 'https://petitions.example',
    } as PublishingDeps
  }

  #counted<T>(work: T): T {
    this.#operations++
    return work
  }
}

const signer = memoryLogSigner()

function namesOf(file: number, size: number): string {
  const first = file * NAMES_PER_FILE
  const length = Math.min(NAMES_PER_FILE, size - first)
  const names = Array.from({ length }, (_, n) => ({
    index: first + n,
    name: fullName(resident(first + n, '').name),
    date: addDays('2026-03-02', Math.floor(((first + n) / size) * DAYS)),
    salt: SALT,
  }))
  return JSON.stringify(names)
}

interface Times {
  readonly few: number[]
  readonly many: number[]
}

async function inTurns(
  rounds: number,
  few: Signed,
  many: Signed,
  work: (one: Signed) => Promise<void>,
): Promise<Times> {
  const times: Times = { few: [], many: [] }
  for (let round = -WARM_UP; round < rounds; round++) {
    // Each is first as often as the other.
    const order = round % 2 === 0 ? (['few', 'many'] as const) : (['many', 'few'] as const)
    for (const which of order) {
      const began = performance.now()
      await work(which === 'few' ? few : many)
      if (round >= 0) times[which].push(performance.now() - began)
    }
  }
  return times
}

/** Of the faster half, which tells of the work rather than of what else the machine does. */
function ratio(key: string, { few, many }: Times): Figure[] {
  const [less, more] = [quantile(few, 0.25), quantile(many, 0.25)]
  return [
    { key: `${key}.ms`, value: rounded(less, 2), unit: 'ms' },
    { key: `${key}100k.ms`, value: rounded(more, 2), unit: 'ms' },
    { key: `${key}.ratio`, value: rounded(more / less, 2), unit: '', limit: { atMost: MOST } },
  ]
}
