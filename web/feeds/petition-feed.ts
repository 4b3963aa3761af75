import type { Locale } from '../../shared/locale'
import type { EventView, PetitionView } from '../../shared/petition/view'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'
import { eventDetails, eventIn } from '../texts/event-words'
import { atomOf, type NewsItem } from './atom'

/** Of the journal, what is no news to readers. */
const NO_NEWS: readonly EventView['type'][] = ['submitted', 'reminded', 'recounted']
const MOST_ITEMS = 50

/** What happened to a petition, newest first, as an Atom feed. @param publicUrl address of the site */
export function petitionFeed(locale: Locale, petition: PetitionView, publicUrl: string): string {
  const page = `${publicUrl}${href(locale, paths.petition(petition.id))}`
  const events = petition.events.filter(({ type }) => !NO_NEWS.includes(type)).toReversed()
  return atomOf({
    locale,
    title: textsOf(locale).feed.petition(petition.title),
    page,
    address: `${publicUrl}${href(locale, paths.petitionFeed(petition.id))}`,
    since: petition.publishedAt ?? petition.submittedAt,
    items: events.slice(0, MOST_ITEMS).map((event) => itemOf(locale, petition, event, page)),
  })
}

function itemOf(locale: Locale, petition: PetitionView, event: EventView, page: string): NewsItem {
  const details = eventDetails(locale, event, petition)
  const address = `${page}#event-${event.seq}`
  const text = details.join('; ')
  return { id: address, link: address, title: eventIn(locale, event), text, at: event.at }
}
