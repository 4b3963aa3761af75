import { LIMITS } from '../http/limits'
import { isPlainText } from '../http/plain-text'
import type { Status } from '../petition/petition'
import { TOPIC_CODES, type Topic } from '../petition/topic'

/** Statuses that a list can be narrowed to. */
export const LISTED = [
  'collecting',
  'threshold-reached',
  'consideration',
  'answered',
  'appeal',
  'archived',
] as const satisfies readonly Status[]
export type Listed = (typeof LISTED)[number]

/** Orders of a list. By relevance only where words are looked for, and then by default. */
export const SORTS = ['relevance', 'newest', 'signatures', 'ending', 'nearest'] as const
export type Sort = (typeof SORTS)[number]

/** What a reader wants to see: the state of a list, which its address holds. */
export interface ListQuery {
  readonly community?: string | undefined
  readonly status?: Listed | undefined
  readonly topic?: Topic | undefined
  readonly sort?: Sort | undefined
  readonly q?: string | undefined
  /** Counts from 1. */
  readonly page?: number | undefined
}

/** Parameters of a list's address. */
export const LIST_FIELDS = [
  'community',
  'status',
  'topic',
  'sort',
  'q',
  'page',
] as const satisfies (keyof ListQuery)[]
export type ListField = (typeof LIST_FIELDS)[number]

const MOST_PAGES = 100_000

/**
 * The list that an address asks for. What makes no sense in it is left out and named, so that the reader can be told;
 * an empty field of the form is no wish.
 */
export function listQueryOf(
  parameters: URLSearchParams,
  communities: readonly string[],
): { readonly query: ListQuery; readonly ignored: readonly ListField[] } {
  const ignored: ListField[] = []
  const read = <T>(field: ListField, parse: (text: string) => T | undefined): T | undefined => {
    const text = parameters.get(field)?.trim()
    if (!text) return undefined
    const value = parse(text)
    if (value === undefined) ignored.push(field)
    return value
  }
  const q = read('q', words)
  const query = {
    community: read('community', oneOf(communities)),
    status: read('status', oneOf(LISTED)),
    topic: read('topic', oneOf(TOPIC_CODES)),
    sort: read('sort', oneOf(SORTS.filter((sort) => q !== undefined || sort !== 'relevance'))),
    q,
    page: read('page', pageNumber),
  }
  return { query, ignored }
}

/** The address's query for a list, without what holds by default; empty for the whole list. */
export function listParameters({ community, status, topic, sort, q, page }: ListQuery): string {
  const usual: Sort = q ? 'relevance' : 'newest'
  const fields = { community, status, topic, sort: sort === usual ? undefined : sort, q }
  const wanted = Object.entries(fields).filter((field): field is [string, string] => Boolean(field[1]))
  if (page !== undefined && page > 1) wanted.push(['page', String(page)])
  return new URLSearchParams(wanted).toString()
}

function oneOf<const T extends string>(values: readonly T[]) {
  return (text: string): T | undefined => values.find((value) => value === text)
}

function words(text: string): string | undefined {
  return text.length <= LIMITS.search.max && isPlainText(text) ? text : undefined
}

function pageNumber(text: string): number | undefined {
  const page = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : undefined
  return page !== undefined && page <= MOST_PAGES ? page : undefined
}
