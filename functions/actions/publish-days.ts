import { bundleKey, daysKey } from '../../shared/log/addresses'
import { type DaysView, daysView, NO_DAYS, withEntries } from '../../shared/log/days'
import { type LogEntry, parseEntry } from '../../shared/log/entry'
import type { StagedBatch } from '../../shared/log/staging'
import { decodeBundle } from '../../shared/tlog/bundle'
import { bundleWidth, TILE_WIDTH } from '../../shared/tlog/tile'
import { inParallel } from '../in-parallel'
import type { ObjectStore } from '../ports/object-store'
import { amendObject } from './amend-object'

const DAYS_CACHE_SECONDS = 60
/** Bundles of entries read before what they say is kept. */
const BUNDLES_AT_ONCE = 32

/**
 * Adds a batch to the counts by day. Repeating it, even after later batches, changes nothing. Where the counts do not
 * go as far as the log did before the batch, they are left: `daysUpTo` makes up for it.
 */
export async function publishDays(
  objects: ObjectStore,
  petitionId: string,
  { before, leaves }: StagedBatch,
): Promise<void> {
  const entries = leaves.map(({ entry }) => entry)
  await advance(objects, petitionId, before.size, entries)
}

/**
 * The counts by day of at least the first `size` entries. What the sequencer has written is enough almost always;
 * where the object is lost, damaged or older than this feature, it is made anew from the log's own bundles.
 * @param size an extent that was applied
 * @throws Error when a bundle is missing
 */
export async function daysUpTo(objects: ObjectStore, petitionId: string, size: number): Promise<DaysView> {
  const present = await objects.get(daysKey(petitionId))
  let days = readDays(present && new TextDecoder().decode(present))
  if (present === undefined && size === 0) await advance(objects, petitionId, 0, [])
  while (days.size < size) {
    const entries = await entriesBetween(objects, petitionId, days.size, size)
    if (entries.length === 0) throw new Error(`the log of ${petitionId} ends at ${days.size}, before ${size}`)
    await advance(objects, petitionId, days.size, entries)
    const written = await objects.get(daysKey(petitionId))
    days = readDays(written && new TextDecoder().decode(written))
  }
  return days
}

async function advance(objects: ObjectStore, petitionId: string, from: number, entries: readonly LogEntry[]) {
  await amendObject(objects, daysKey(petitionId), { cacheSeconds: DAYS_CACHE_SECONDS }, (present) => {
    const days = readDays(present)
    if (days.size !== from || (present !== undefined && entries.length === 0)) return undefined
    return JSON.stringify(withEntries(days, entries))
  })
}

/** Nothing for what is no such object, so that a damaged one is made anew. */
function readDays(text: string | undefined): DaysView {
  try {
    return text === undefined ? NO_DAYS : daysView.parse(JSON.parse(text))
  } catch {
    return NO_DAYS
  }
}

/** Entries from index `from` on, at most to `to` and at most so many bundles. */
async function entriesBetween(objects: ObjectStore, petitionId: string, from: number, to: number) {
  const first = Math.floor(from / TILE_WIDTH)
  const past = Math.min(Math.ceil(to / TILE_WIDTH), first + BUNDLES_AT_ONCE)
  const bundles = new Map<number, LogEntry[]>()
  const numbers = Array.from({ length: past - first }, (_, place) => first + place)
  await inParallel(numbers, BUNDLES_AT_ONCE, async (index) => {
    const key = bundleKey(petitionId, index, bundleWidth(to, index))
    const bytes = await objects.get(key)
    if (bytes === undefined) throw new Error(`${key} is missing`)
    bundles.set(index, decodeBundle(bytes).map(parseEntry))
  })
  return numbers.flatMap((index) => bundles.get(index)!).slice(from - first * TILE_WIDTH)
}
