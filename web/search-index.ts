import type { Locale } from '../shared/locale'
import type { PetitionSummary } from '../shared/petition/view'
import { href, paths } from './addresses'
import { statusIn } from './components/status-badge'
import { textsOf } from './texts'
import { formatDay, formatNumber } from './texts/format'
import { nameOf, signaturesIn } from './texts/speech'

/** One petition for the list's search, already in the reader's language. */
export interface SearchEntry {
  readonly href: string
  readonly title: string
  readonly status: string
  readonly badge: string
  readonly community: string
  /** Community, number and author: searched together with the title. */
  readonly meta: string
  readonly count: number
  readonly threshold: number
  readonly tally: string
  readonly rest: string
}

/** Body of the object at `searchIndexPath(locale)`: every published petition, newest first. */
export function searchIndex(locale: Locale, petitions: readonly PetitionSummary[]): SearchEntry[] {
  return petitions.map((petition) => ({
    href: href(locale, paths.petition(petition.id)),
    title: petition.title,
    status: petition.status,
    badge: statusIn(locale, petition),
    community: petition.community.id,
    meta: cardMeta(locale, petition),
    count: petition.count,
    threshold: petition.threshold,
    tally: signaturesIn(locale, petition.count),
    rest: cardRest(locale, petition),
  }))
}

/** Community, number, author. */
export function cardMeta(locale: Locale, petition: PetitionSummary): string {
  const number = textsOf(locale).petition.number(formatNumber(locale, petition.number))
  return [petition.community.name[locale], number, nameOf(petition.author)].join(' · ')
}

/** What follows the count: how many are needed, and the end of collection while it matters. */
export function cardRest(locale: Locale, { threshold, status, closesOn }: PetitionSummary): string {
  const t = textsOf(locale)
  const needed = t.petition.neededShort(formatNumber(locale, threshold))
  const open = status === 'collecting' && closesOn
  return open ? `${needed} · ${t.list.until(formatDay(locale, closesOn))}` : needed
}
