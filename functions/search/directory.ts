import type { PetitionSummary } from '../../shared/petition/view'
import type { Directory } from '../../shared/search/find-petitions'
import { PetitionSearch } from '../../shared/search/petition-search'
import {
  SEARCH_NOW,
  type SearchEntry,
  type SearchNow,
  searchPartKey,
  summaryOf,
} from '../../shared/search/published'
import type { ObjectStore } from '../ports/object-store'

/** How long what was read is believed before it is asked for again. */
const FRESH_MS = 10_000

const NOTHING: SearchNow = { parts: [], communities: [], states: {} }

/**
 * Keeps the published search in memory: what changes is read again after some seconds where its tag is another, a part
 * only where its signature is. Petitions that came since are added to the index; nothing is built twice.
 */
export function searchDirectory(
  objects: Pick<ObjectStore, 'read' | 'get'>,
  milliseconds: () => number,
): () => Promise<Directory> {
  const entries = new Map<string, SearchEntry>()
  const search = new PetitionSearch()
  let parts: readonly string[] = []
  let tag: string | undefined
  let directory: Directory = { search, communities: [], petitions: new Map() }
  let readAt = Number.NEGATIVE_INFINITY
  let reading: Promise<void> | undefined

  async function takePart(place: number): Promise<void> {
    const found = await readJson<SearchEntry[]>(objects, searchPartKey(place))
    for (const entry of found ?? []) {
      if (entries.has(entry.id)) continue
      entries.set(entry.id, entry)
      search.add(entry.id, entry.terms)
    }
  }

  async function refresh(): Promise<void> {
    const stored = await objects.read(SEARCH_NOW)
    if (stored?.tag !== tag || tag === undefined) {
      const now = stored ? (JSON.parse(new TextDecoder().decode(stored.body)) as SearchNow) : NOTHING
      for (const [place, signature] of now.parts.entries()) {
        if (parts[place] !== signature) await takePart(place)
      }
      parts = now.parts
      directory = { search, communities: now.communities, petitions: petitionsOf(entries, now) }
      tag = stored?.tag
    }
    readAt = milliseconds()
  }

  return async () => {
    if (milliseconds() - readAt > FRESH_MS) {
      reading ??= refresh().finally(() => {
        reading = undefined
      })
      await reading
    }
    return directory
  }
}

function petitionsOf(
  entries: ReadonlyMap<string, SearchEntry>,
  now: SearchNow,
): Map<string, PetitionSummary> {
  const communities = new Map(now.communities.map((community) => [community.id, community]))
  const summaries = [...entries.values()].flatMap((entry) => summaryOf(entry, now.states, communities) ?? [])
  const newestFirst = summaries.sort((a, b) => (a.publishedAt! < b.publishedAt! ? 1 : -1))
  return new Map(newestFirst.map((summary) => [summary.id, summary]))
}

async function readJson<T>(objects: Pick<ObjectStore, 'get'>, key: string): Promise<T | undefined> {
  const body = await objects.get(key)
  return body && (JSON.parse(new TextDecoder().decode(body)) as T)
}
