import type { Community } from '../../shared/community/settings'
import type { Locale } from '../../shared/locale'
import { newsOf } from '../../shared/petition/news'
import type { Petition } from '../../shared/petition/petition'
import { href, paths } from '../addresses'
import { textsOf } from '../texts'
import { atomOf } from './atom'

const MOST_ITEMS = 50
/** Of a community in which nothing was ever published. */
const NEVER = '2020-01-01T00:00:00.000Z'

/**
 * What happened to a community's petitions, newest first, as an Atom feed.
 * @param petitions the community's, all of them published
 * @param publicUrl address of the site
 */
export function communityFeed(
  locale: Locale,
  community: Community,
  petitions: readonly Petition[],
  publicUrl: string,
): string {
  const t = textsOf(locale).feed
  const news = petitions
    .flatMap((petition) => newsOf(petition).map((one) => ({ ...one, petition })))
    .sort((a, b) => (a.at > b.at ? -1 : 1))
  return atomOf({
    locale,
    title: t.community(community.name[locale]),
    page: `${publicUrl}${href(locale, paths.community(community.id))}`,
    address: `${publicUrl}${href(locale, paths.communityFeed(community.id))}`,
    since: NEVER,
    items: news.slice(0, MOST_ITEMS).map(({ kind, at, petition }) => {
      const link = `${publicUrl}${href(locale, paths.petition(petition.id))}`
      return { id: `${link}#${kind}`, link, title: t.news[kind](petition.title), at }
    }),
  })
}
