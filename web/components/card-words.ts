import type { Locale } from '../../shared/locale'
import { TOPICS } from '../../shared/petition/topic'
import type { PetitionSummary } from '../../shared/petition/view'
import { textsOf } from '../texts'
import { formatDay, formatNumber } from '../texts/format'
import { nameOf } from '../texts/speech'

/** Community, number, topic, author. */
export function cardMeta(locale: Locale, petition: PetitionSummary): string {
  const number = textsOf(locale).petition.number(formatNumber(locale, petition.number))
  const topic = petition.topic && TOPICS[petition.topic][locale]
  return [petition.community.name[locale], number, topic, nameOf(petition.author)].filter(Boolean).join(' · ')
}

/** What follows the count: how many are needed, and the end of collection while it matters. */
export function cardRest(locale: Locale, { threshold, status, closesOn }: PetitionSummary): string {
  const t = textsOf(locale)
  const needed = t.petition.neededShort(formatNumber(locale, threshold))
  const open = status === 'collecting' && closesOn
  return open ? `${needed} · ${t.list.until(formatDay(locale, closesOn))}` : needed
}
