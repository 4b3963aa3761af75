import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { StampDue, type StampDueDeps } from '../../../functions/actions/stamp-due'
import { communityTable } from '../../../functions/adapters/dynamodb/communities'
import { petitionTable } from '../../../functions/adapters/dynamodb/petitions'
import { httpTimeStampAuthority } from '../../../functions/adapters/http-time-stamp-authority'
import { systemRandom } from '../../../functions/adapters/system'
import { tableOf } from '../../../functions/composition'
import { petitionKeySeal } from '../../../functions/signing/petition-key'
import { startTsa, type Tsa } from '../../../infra/local/tsa/tsa'
import {
  checkpointKey,
  latestTimeStampKey,
  stampedIndexKey,
  stampedKey,
  TSA_ROOTS_KEY,
  timeStampKey,
} from '../../../shared/log/addresses'
import { parseStamped } from '../../../shared/log/stamped'
import type { Petition } from '../../../shared/petition/petition'
import { utf8 } from '../../../shared/tlog/bytes'
import { checkpointText } from '../../../shared/tlog/checkpoint'
import { signatureLine } from '../../../shared/tlog/note'
import { type Dynamo, startDynamo } from '../../support/dynamodb'
import { MemoryObjects } from '../../support/memory-objects'
import { OpensslAuthority } from '../../support/openssl-authority'
import { HandClock, memoryKeyRing } from '../../support/platform'
import { publishedPetition } from '../../support/published-petition'
import { RecordedMetrics } from '../../support/recorded-metrics'

const START = '2026-03-10T12:00:00.000Z'

let dynamo: Dynamo
let tsa: Tsa
let folder: string
let roots: string
let openssl: OpensslAuthority
const clock = new HandClock(START)

beforeAll(async () => {
  openssl = new OpensslAuthority()
  folder = join(await mkdtemp(join(tmpdir(), 'viche-tsa-')), 'tsa')
  tsa = await startTsa()
  roots = await tsa.open(folder, clock)
  dynamo = await startDynamo()
})

afterAll(async () => {
  await tsa?.stop()
  await dynamo?.stop()
  openssl?.remove()
  await rm(dirname(folder), { recursive: true, force: true })
})

let tables = 0
let objects: MemoryObjects
let metrics: RecordedMetrics
let asked: number
let shown: string[]
let deps: StampDueDeps
let petitions: ReturnType<typeof petitionTable>

beforeEach(async () => {
  const name = `stamps-${tables++}`
  await dynamo.table(name)
  const table = tableOf({ db: dynamo.client }, { TABLE_NAME: name })
  petitions = petitionTable(table, communityTable(table).calendar, petitionKeySeal(memoryKeyRing()))
  clock.set(START)
  tsa.down(false)
  asked = 0
  shown = []
  objects = new MemoryObjects()
  metrics = new RecordedMetrics()
  await objects.put(TSA_ROOTS_KEY, roots, { cacheSeconds: 1 })
  const real = httpTimeStampAuthority(tsa.url)
  const authority = {
    stamp: (request: Uint8Array) => {
      asked++
      return real.stamp(request)
    },
  }
  const show = async (id: string) => void shown.push(id)
  deps = { clock, random: systemRandom, objects, authority, petitions, metrics, show }
})

async function publish(id: string, change: Partial<Petition> = {}): Promise<void> {
  const petition = { ...publishedPetition(id, 10), ...change }
  await petitions.create({ petition, events: [], notices: [] }, 'author@example.org', randomBytes(32))
}

async function grow(id: string, size: number): Promise<string> {
  const origin = `example.org/log/${id}`
  const text = checkpointText({ origin, size, root: new Uint8Array(32).fill(size) })
  const note = `${text}\n${signatureLine({ name: origin, keyId: randomBytes(4) }, randomBytes(64))}`
  await objects.put(checkpointKey(id), note, { cacheSeconds: 15 })
  return note
}

const listed = (id: string) => parseStamped(objects.text(stampedIndexKey(id)) ?? '{"items":[]}')
const sizes = (id: string) => listed(id).map(({ size }) => size)
const failures = () => metrics.counted.map(({ name, properties }) => [name, properties.error])
const bytes = async (key: string) => (await objects.get(key))!

test('after a start every log is stamped, and openssl finds the stamps good', async () => {
  await publish('one')
  await publish('two', { status: 'answered' })
  await publish('empty')
  const notes = [await grow('one', 7), await grow('two', 300)]
  const stamps = new StampDue(deps)
  await stamps.run()
  expect([sizes('one'), sizes('two'), sizes('empty')]).toEqual([[7], [300], []])
  expect(listed('one')[0]).toMatchObject({ at: START, authority: 'Viche local time stamps' })
  expect(shown.toSorted()).toEqual(['one', 'two'])
  expect(objects.text(stampedKey('one', 7))).toBe(notes[0])
  for (const [key, note] of [
    [timeStampKey('one', 7), notes[0]],
    [latestTimeStampKey('one'), notes[0]],
    [timeStampKey('two', 300), notes[1]],
  ] as const) {
    expect(openssl.verify(await bytes(key), utf8(note!), roots)).toMatch(/Verification: OK/)
  }
  await stamps.run()
  expect(asked).toBe(2)
  expect(metrics.counted).toEqual([])
})

test('a log that grows is stamped about once an hour', async () => {
  await publish('one')
  const stamps = new StampDue(deps)
  for (let minute = 0; minute < 240; minute++) {
    await grow('one', minute + 1)
    await stamps.run()
    clock.forward(60)
  }
  expect(sizes('one').length).toBeGreaterThanOrEqual(4)
  expect(sizes('one').length).toBeLessThanOrEqual(5)
  expect(asked).toBe(sizes('one').length)
})

test('the threshold and the close are stamped within a minute', async () => {
  await publish('one', { status: 'threshold-reached', thresholdReachedAt: '2026-03-10T12:10:20.000Z' })
  await grow('one', 9)
  const stamps = new StampDue(deps)
  await stamps.run()
  await grow('one', 10)
  clock.set('2026-03-10T12:11:00.000Z')
  await stamps.run()
  expect(sizes('one')).toEqual([9, 10])
  clock.set('2026-05-01T20:58:00.000Z')
  await grow('one', 11)
  await stamps.run()
  await grow('one', 12)
  clock.set('2026-05-01T21:01:00.000Z')
  await stamps.run()
  expect(sizes('one').at(-1)).toBe(12)
})

test('an authority that is down is asked once a minute, and stamps are made up for when it is back', async () => {
  await publish('one')
  await publish('two')
  await grow('one', 3)
  await grow('two', 4)
  tsa.down(true)
  const stamps = new StampDue(deps)
  await stamps.run()
  expect(failures()).toEqual([['TimeStampFailures', 'AuthorityUnavailable']])
  clock.forward(60)
  await stamps.run()
  expect(failures()).toHaveLength(2)
  expect(asked).toBe(2)
  expect([sizes('one'), sizes('two')]).toEqual([[], []])
  tsa.down(false)
  clock.forward(60)
  await stamps.run()
  expect([sizes('one'), sizes('two')]).toEqual([[3], [4]])
  expect(failures()).toHaveLength(2)
})

test('a stamp that does not hold is not published', async () => {
  await publish('one')
  await grow('one', 3)
  const old = await deps.authority.stamp(new Uint8Array(3))
  await new StampDue({ ...deps, authority: { stamp: async () => old } }).run()
  const strangers = openssl.pem(openssl.root('Stranger'))
  await objects.put(TSA_ROOTS_KEY, strangers, { cacheSeconds: 1 })
  await new StampDue(deps).run()
  await objects.put(TSA_ROOTS_KEY, 'no certificates', { cacheSeconds: 1 })
  await new StampDue(deps).run()
  await objects.delete(TSA_ROOTS_KEY)
  await new StampDue(deps).run()
  await objects.put(TSA_ROOTS_KEY, roots, { cacheSeconds: 1 })
  await new StampDue({ ...deps, clock: { now: () => '2026-03-10T13:00:00.000Z' } }).run()
  expect(failures().map(([, error]) => error)).toEqual([
    'refused',
    'unknown-authority',
    'Error',
    'RootsMissing',
    'wrong-time',
  ])
  expect([...objects.objects.keys()].filter((key) => /stamped|tsr/.test(key))).toEqual([])
})

test('a stamp that was not listed any more is taken up without asking again', async () => {
  await publish('one')
  await grow('one', 8)
  objects.faults = (_operation, key) => (key === stampedIndexKey('one') ? 'lost' : 'none')
  const stamps = new StampDue(deps)
  await stamps.run()
  objects.faults = () => 'none'
  clock.forward(60)
  await stamps.run()
  expect(listed('one')).toEqual([{ size: 8, at: START, authority: 'Viche local time stamps' }])
  expect(asked).toBe(1)
})

test('one damaged checkpoint keeps no other from its stamp', async () => {
  for (const id of ['one', 'two', 'three']) await publish(id)
  await grow('one', 3)
  await objects.put(checkpointKey('two'), 'damaged', { cacheSeconds: 15 })
  await grow('three', 5)
  await new StampDue(deps).run()
  expect([sizes('one'), sizes('two'), sizes('three')]).toEqual([[3], [], [5]])
  expect(failures()).toEqual([['TimeStampFailures', 'TlogError']])
})

test('whatever write fails, or only seems to, the next sweep puts it right', async () => {
  for (const fault of ['lost', 'persisted'] as const) {
    for (let fails = 0; fails < 4; fails++) {
      const id = `${fault}-${fails}`
      await publish(id)
      const note = await grow(id, 8)
      let write = 0
      objects.faults = (_operation, key) => (key.includes(id) && write++ === fails ? fault : 'none')
      const stamps = new StampDue(deps)
      await stamps.run()
      expect(write).toBe(fails + 1)
      await stamps.run()
      objects.faults = () => 'none'
      expect([id, sizes(id)]).toEqual([id, [8]])
      expect(objects.text(stampedKey(id, 8))).toBe(note)
      for (const key of [timeStampKey(id, 8), latestTimeStampKey(id)]) {
        expect(openssl.verify(await bytes(key), utf8(note), roots)).toMatch(/Verification: OK/)
      }
    }
  }
})
